import { fact, type Group } from '../../fact.ts'
import { dataOf } from '../../lab/projects.ts'
import { ALL, queryFact } from '../../lab/query-fact.ts'

const refusedQueryFact = (
  name: string,
  source: string[],
  query: object | string,
  expected: { status: number; body?: unknown },
) =>
  fact({
    name,
    source,
    when: async (lab) => {
      const { status, body } = await lab.me.request('GET', `${(await lab.project('table')).path}data/`, {
        query: { query },
      })
      return 'body' in expected ? { status, body } : { status }
    },
    expected,
  })

/** Special keys, and queries that are refused. */
export const queryLimits: Group = {
  name: 'data queries: ids, files, statuses, refusals',
  facts: [
    queryFact({
      name: 'a path into a repeat group matches nothing',
      source: ['2157', '2158', 'NOTES Further tried'],
      query: { 'member/member_name': 'N2' },
      matches: [],
    }),
    queryFact({
      name: 'a dotted path into a repeat group matches nothing',
      source: ['2157', 'NOTES Queries, fields, sort'],
      query: { 'member.member/member_name': 'N2' },
      matches: [],
    }),
    queryFact({
      name: 'attachments match by $elemMatch',
      source: ['NOTES Queries, fields, sort'],
      query: { _attachments: { $elemMatch: { mimetype: 'image/png' } } },
      matches: ['émile'],
    }),
    queryFact({
      name: '$ne with an empty list matches rows with attachments',
      source: ['NOTES Queries, fields, sort'],
      query: { _attachments: { $ne: [] } },
      matches: ['émile'],
    }),
    queryFact({
      name: 'a status matches by its uid',
      source: ['0732'],
      query: { '_validation_status.uid': 'validation_status_approved' },
      matches: ['Ann'],
    }),
    queryFact({
      name: '$exists false on the uid matches rows without a status',
      source: ['2160'],
      query: { '_validation_status.uid': { $exists: false } },
      matches: [null, 'émile', 'later'],
    }),
    queryFact({
      name: 'null for the uid matches rows without a status',
      source: ["NOTES Seen behind KoboToolbox's own nginx"],
      query: { '_validation_status.uid': null },
      matches: [null, 'émile', 'later'],
    }),
    queryFact({
      name: '$eq is not supported and matches nothing',
      source: ['2151'],
      query: { name: { $eq: 'Ann' } },
      matches: [],
    }),
    queryFact({
      name: '$eq inside $not matches everything',
      source: ['2152'],
      query: { name: { $not: { $eq: 'Ann' } } },
      matches: ALL,
    }),
    queryFact({
      name: '$where is read as a field and matches nothing',
      source: ['2151', 'NOTES Queries, fields, sort'],
      query: { $where: 'true' },
      matches: [],
    }),
    queryFact({
      name: '$nor is read as a field and matches nothing',
      source: ['2151', 'NOTES Queries, fields, sort'],
      query: { $nor: [{ name: 'Ann' }] },
      matches: [],
    }),
    queryFact({ name: 'an empty query matches everything', source: ['0701'], query: {}, matches: ALL }),
    fact({
      name: 'a regular expression can contain a lookahead',
      source: ['MongoDB manual, $regex: PCRE2', 'docs/decisions/022'],
      when: async (lab) => {
        const query = { name: { $regex: '^(?!A).*e' } }
        const { status, rows } = await dataOf(lab.me, await lab.project('table'), {
          query,
          sort: { _id: 1 },
          fields: ['name'],
        })
        return { status, names: rows.map(({ name }) => name) }
      },
      expected: { status: 200, names: ['émile', 'later'] },
    }),
    fact({
      name: '_id matches numbers in $in and in ranges',
      source: ['0733', '2159'],
      given: async (lab) => (await lab.project('table')).rows.map(({ id }) => id),
      when: async (lab, ids) => {
        const table = await lab.project('table')
        const some = await dataOf(lab.me, table, { query: { _id: { $in: ids.slice(1, 3) } }, sort: { _id: 1 } })
        const range = await dataOf(lab.me, table, { query: { _id: { $gt: ids[0], $lte: ids[2] } }, sort: { _id: 1 } })
        return { some: some.rows.map(({ _id }) => _id), range: range.rows.map(({ _id }) => _id) }
      },
      expected: (ids: number[]) => ({ some: ids.slice(1, 3), range: ids.slice(1, 3) }),
    }),
    fact({
      name: '_id as text matches nothing in $in',
      source: ['NOTES Queries, fields, sort'],
      when: async (lab) => {
        const table = await lab.project('table')
        return (await dataOf(lab.me, table, { query: { _id: { $in: table.rows.map(({ id }) => String(id)) } } })).count
      },
      expected: 0,
    }),
    fact({
      name: '_submitted_by matches the account that sent the row',
      source: ['0734'],
      when: async (lab) =>
        (
          await dataOf(lab.me, await lab.project('table'), {
            query: { _submitted_by: lab.me.username },
            limit: 1,
            fields: ['_id'],
          })
        ).count,
      expected: 6,
    }),
    refusedQueryFact('a query that is not JSON is refused', ['0730'], '{nope', {
      status: 400,
      body: { query: 'Value must be valid JSON.' },
    }),
    refusedQueryFact('a query that is a list fails with 500', ['2162'], [], { status: 500 }),
    refusedQueryFact(
      'an invalid regular expression is refused',
      ['2161'],
      { name: { $regex: '(' } },
      { status: 400, body: ['Unsupported query'] },
    ),
    refusedQueryFact(
      '$not at the top level is refused',
      ['2161', '2202'],
      { $not: { name: 'Ann' } },
      { status: 400, body: ['Unsupported query'] },
    ),
    refusedQueryFact(
      'an empty $or is refused',
      ["NOTES Seen behind KoboToolbox's own nginx"],
      { $or: [] },
      { status: 400, body: ['Unsupported query'] },
    ),
  ],
}
