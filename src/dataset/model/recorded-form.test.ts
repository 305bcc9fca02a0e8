import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { Page } from '#/api/pagination.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { formColumns, titleColumn } from './columns.ts'
import { unknownColumns } from './version-columns.ts'

// Not `new URL(…, import.meta.url)`: the bundler takes that for an asset of the app.
const recordings = resolve(import.meta.dirname, '../../../../shared/recordings')

const Recording = z.object({ response: z.object({ body: z.unknown() }) })

const bodyOf = (name: string) => {
  const content: unknown = JSON.parse(readFileSync(resolve(recordings, `${name}.json`), 'utf8'))
  return Recording.parse(content).response.body
}

describe.skipIf(!existsSync(recordings))('a form and its submissions, as a real server sends them', () => {
  it('has a column of the form for every key of its rows', () => {
    const columns = formColumns(formOf(Asset.parse(bodyOf('0340-asset-detail-deployed')).content))
    const { results } = Page(Submission).parse(bodyOf('0701-data-list-limit'))
    expect(unknownColumns(columns, results)).toEqual([])
    expect(titleColumn(columns, results)?.id).toBe('household/head_name')
    expect(columns.map(({ id, kind }) => [id, kind])).toEqual(
      expect.arrayContaining([
        ['household/region', 'selectOne'],
        ['household/water_sources', 'selectMultiple'],
        ['member', 'repeat'],
        ['location', 'point'],
        ['start', 'dateTime'],
        ['n_members', 'calculation'],
      ]),
    )
  })
})
