import { describe, expect, it } from 'vitest'
import type { AssetRecord, FormContent } from '#/demo/records.ts'
import { newAsset } from './asset-changes.ts'
import { contentHash, newestVersion } from './content.ts'
import { deployNewest, saveVersion, versionNumbers } from './versions.ts'

const form = (...names: string[]): FormContent => ({
  schema: '1',
  settings: {},
  survey: names.map((name) => ({ type: 'text', name })),
})

const fresh = () => newAsset({ owner: 'demo', name: 'Survey', asset_type: 'survey', content: form('a') })
const numbers = (asset: AssetRecord) => asset.versions.map(({ uid }) => versionNumbers(asset).get(uid))
const at = '2026-11-21T10:00:00.000000Z'

describe('versions of a form', () => {
  it('count behind a dot until one is deployed [0538, 0539]', () => {
    const draft = saveVersion(fresh(), { uid: 'v2', content: form('a', 'b'), at })
    expect(numbers(draft)).toEqual(['0.2', '0.1'])

    const deployed = deployNewest(draft, at)
    const changed = saveVersion(deployed, { uid: 'v3', content: form('b'), at })
    expect(numbers(changed)).toEqual(['1.1', '1', '0.1'])
    expect(numbers(deployNewest(changed, at))).toEqual(['2', '1', '0.1'])
  })

  it('are not made of the same questions, whatever the order of keys [0377]', () => {
    const asset = fresh()
    const same: FormContent = { survey: [{ name: 'a', type: 'text' }], settings: {}, schema: '1' }
    expect(saveVersion(asset, { uid: 'v2', content: same, at })).toBe(asset)
  })

  it('are made of another name, with the same questions [0370, 0540]', () => {
    const asset = fresh()
    const renamed = saveVersion(asset, { uid: 'v2', at })
    expect(renamed.versions).toHaveLength(2)
    expect(contentHash(newestVersion(renamed).content)).toBe(contentHash(newestVersion(asset).content))
  })

  it('keep their date when deployed again; the project gets a new one [0516]', () => {
    const later = '2026-11-22T10:00:00.000000Z'
    const again = deployNewest(deployNewest(fresh(), at), later)
    expect(again.date_deployed).toBe(later)
    expect(newestVersion(again).date_deployed).toBe(at)
  })
})
