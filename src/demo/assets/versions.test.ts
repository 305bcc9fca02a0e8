import { describe, expect, it } from 'vitest'
import type { AssetRecord } from '#/demo/records.ts'
import type { FormContent } from '#/lib/xlsform/form-content.ts'
import { newAsset } from './asset-changes.ts'
import { contentHash, newestVersion } from './content.ts'
import { deployNewest, saveVersion, versionNumbers } from './versions.ts'

const form = (...names: string[]): FormContent => ({
  schema: '1',
  settings: {},
  survey: names.map((name) => ({ type: 'text', name })),
})

const newSurvey = () => newAsset({ owner: 'demo', name: 'Survey', asset_type: 'survey', content: form('a') })
const numbers = (asset: AssetRecord) => asset.versions.map(({ uid }) => versionNumbers(asset).get(uid))
const at = '2026-11-21T10:00:00.000000Z'

describe('versions of a form', () => {
  it('are numbered behind a dot until one is deployed [0538, 0539]', () => {
    const draft = saveVersion(newSurvey(), { uid: 'v2', content: form('a', 'b'), at })
    expect(numbers(draft)).toEqual(['0.2', '0.1'])

    const deployed = deployNewest(draft, at)
    const changed = saveVersion(deployed, { uid: 'v3', content: form('b'), at })
    expect(numbers(changed)).toEqual(['1.1', '1', '0.1'])
    expect(numbers(deployNewest(changed, at))).toEqual(['2', '1', '0.1'])
  })

  it('are not created for the same questions, whatever the order of keys [0377]', () => {
    const asset = newSurvey()
    const sameContent: FormContent = { survey: [{ name: 'a', type: 'text' }], settings: {}, schema: '1' }
    expect(saveVersion(asset, { uid: 'v2', content: sameContent, at })).toBe(asset)
  })

  it('are created for a new name with the same questions [0370, 0540]', () => {
    const asset = newSurvey()
    const renamed = saveVersion(asset, { uid: 'v2', at })
    expect(renamed.versions).toHaveLength(2)
    expect(contentHash(newestVersion(renamed).content)).toBe(contentHash(newestVersion(asset).content))
  })

  it('keep their date when deployed again, while the project gets a new one [0516]', () => {
    const later = '2026-11-22T10:00:00.000000Z'
    const redeployed = deployNewest(deployNewest(newSurvey(), at), later)
    expect(redeployed.date_deployed).toBe(later)
    expect(newestVersion(redeployed).date_deployed).toBe(at)
  })
})
