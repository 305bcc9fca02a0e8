import { fact, type Group } from '../../fact.ts'
import { ALL, finding } from '../../lab/finding.ts'
import { dataOf } from '../../lab/projects.ts'

const refusing = (
  name: string,
  source: string[],
  query: object | string,
  expected: { status: number; body?: unknown },
) =>
  fact({
    name,
    source,
    when: async (lab) => {
      const { status, body } = await lab.me.ask('GET', `${(await lab.project('table')).path}data/`, {
        query: { query },
      })
      return 'body' in expected ? { status, body } : { status }
    },
    expected,
  })

/** What each operator of `query` finds on the rows of the table project. */
export const queryLimits: Group = {
  name: 'data queries: ids, files, statuses, refusals',
  facts: [
    finding({
      name: 'a question in a repeat group is not found by its path',
      source: ['2157', '2158', 'NOTES Further tried'],
      query: { 'member/member_name': 'N2' },
      finds: [],
    }),
    finding({
      name: 'a dotted path into a repeat group finds nothing',
      source: ['2157', 'NOTES Queries, fields, sort'],
      query: { 'member.member/member_name': 'N2' },
      finds: [],
    }),
    finding({
      name: 'files are found by $elemMatch',
      source: ['NOTES Queries, fields, sort'],
      query: { _attachments: { $elemMatch: { mimetype: 'image/png' } } },
      finds: ['émile'],
    }),
    finding({
      name: 'rows with files are those whose list is not empty',
      source: ['NOTES Queries, fields, sort'],
      query: { _attachments: { $ne: [] } },
      finds: ['émile'],
    }),
    finding({
      name: 'a status is found by its uid',
      source: ['0732'],
      query: { '_validation_status.uid': 'validation_status_approved' },
      finds: ['Ann'],
    }),
    finding({
      name: 'rows without a status are those where its uid does not exist',
      source: ['2160'],
      query: { '_validation_status.uid': { $exists: false } },
      finds: [null, 'émile', 'later'],
    }),
    finding({
      name: 'rows without a status are also found by null',
      source: ["NOTES Seen behind KoboToolbox's own nginx"],
      query: { '_validation_status.uid': null },
      finds: [null, 'émile', 'later'],
    }),
    finding({
      name: '$eq is not known: it finds nothing',
      source: ['2151'],
      query: { name: { $eq: 'Ann' } },
      finds: [],
    }),
    finding({
      name: '$eq inside $not finds everything',
      source: ['2152'],
      query: { name: { $not: { $eq: 'Ann' } } },
      finds: ALL,
    }),
    finding({
      name: '$where is taken for a field: it finds nothing',
      source: ['2151', 'NOTES Queries, fields, sort'],
      query: { $where: 'true' },
      finds: [],
    }),
    finding({
      name: '$nor is taken for a field: it finds nothing',
      source: ['2151', 'NOTES Queries, fields, sort'],
      query: { $nor: [{ name: 'Ann' }] },
      finds: [],
    }),
    finding({ name: 'an empty query finds everything', source: ['0701'], query: {}, finds: ALL }),
    fact({
      name: 'a regular expression may look ahead',
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
      name: '_id is found by numbers in $in and in ranges',
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
      name: '_id as text finds nothing in $in',
      source: ['NOTES Queries, fields, sort'],
      when: async (lab) => {
        const table = await lab.project('table')
        return (await dataOf(lab.me, table, { query: { _id: { $in: table.rows.map(({ id }) => String(id)) } } })).count
      },
      expected: 0,
    }),
    fact({
      name: 'the account that sent a row is found by _submitted_by',
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
    refusing('a query that is no JSON is refused', ['0730'], '{nope', {
      status: 400,
      body: { query: 'Value must be valid JSON.' },
    }),
    refusing('a query that is a list is a server fault', ['2162'], [], { status: 500 }),
    refusing(
      'a bad regular expression is refused',
      ['2161'],
      { name: { $regex: '(' } },
      { status: 400, body: ['Unsupported query'] },
    ),
    refusing(
      '$not at the top is refused',
      ['2161', '2202'],
      { $not: { name: 'Ann' } },
      { status: 400, body: ['Unsupported query'] },
    ),
    refusing(
      'an empty $or is refused',
      ["NOTES Seen behind KoboToolbox's own nginx"],
      { $or: [] },
      { status: 400, body: ['Unsupported query'] },
    ),
  ],
}
