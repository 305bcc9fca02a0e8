import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { dataOf } from '../../lab/projects.ts'

const readTable = async (lab: Lab, query: Parameters<typeof dataOf>[2]) =>
  dataOf(lab.me, await lab.project('table'), query)

const keysOf = (fields: string[]) => async (lab: Lab) =>
  Object.keys((await readTable(lab, { fields, sort: { _id: 1 }, limit: 1 })).rows[0] ?? {}).toSorted()

/** The effect of `fields`. */
export const fields: Group = {
  name: 'rows: fields',
  facts: [
    fact({
      name: 'ids, uuids and an empty status are always sent',
      source: ['0715', '2163'],
      when: keysOf(['_id', 'name']),
      expected: ['_id', '_uuid', '_validation_status', 'meta/rootUuid', 'name'],
    }),
    fact({
      name: 'a status that is not in fields is sent as {}',
      source: ['2163'],
      when: async (lab) =>
        (await readTable(lab, { fields: ['name'], query: { name: 'Ann' } })).rows[0]?.['_validation_status'],
      expected: {},
    }),
    fact({
      name: 'a status in fields is sent complete',
      source: ['2164'],
      when: async (lab) => {
        const [row] = (await readTable(lab, { fields: ['_validation_status'], query: { name: 'Ann' } })).rows
        const { uid, by_whom: by, timestamp } = (row?.['_validation_status'] ?? {}) as Record<string, unknown>
        return { uid, isMine: by === lab.me.username, timestamp: typeof timestamp }
      },
      expected: { uid: 'validation_status_approved', isMine: true, timestamp: 'number' },
    }),
    fact({
      name: '_validation_status.uid as a field sends no status',
      source: ['2166', 'NOTES Seen by driving the app against it'],
      when: async (lab) =>
        (await readTable(lab, { fields: ['_validation_status.uid'], query: { name: 'Ann' } })).rows[0]?.[
          '_validation_status'
        ],
      expected: {},
    }),
    fact({
      name: 'a repeat group is sent complete',
      source: ['2165'],
      when: async (lab) => (await readTable(lab, { fields: ['member'], query: { name: 'Ann' } })).rows[0]?.['member'],
      expected: [
        { 'member/member_name': 'N1', 'member/member_age': '1' },
        { 'member/member_name': 'N2', 'member/member_age': '12' },
      ],
    }),
    fact({
      name: 'names of groups and paths into repeat groups are ignored',
      source: ['2166'],
      when: keysOf(['household', 'member/member_name']),
      expected: ['_id', '_uuid', '_validation_status', 'meta/rootUuid'],
    }),
    fact({
      name: 'a question in a group is selected by its path',
      source: ['0715'],
      when: async (lab) =>
        (await readTable(lab, { fields: ['household/head'], query: { name: 'Ann' } })).rows[0]?.['household/head'],
      expected: 'Ann',
    }),
    fact({
      name: 'question_xpath of attachments is empty unless the answer is in fields',
      source: ['0718'],
      when: async (lab) => {
        const paths = []
        for (const fields of [['_attachments'], ['_attachments', 'photo']]) {
          const [row] = (await readTable(lab, { fields, query: { name: 'émile' } })).rows
          const files = (row?.['_attachments'] ?? []) as Record<string, unknown>[]
          paths.push(files.map(({ question_xpath: path, mimetype }) => [path, mimetype]))
        }
        return paths
      },
      expected: [[['', 'image/png']], [['photo', 'image/png']]],
    }),
  ],
}
