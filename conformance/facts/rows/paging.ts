import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { dataOf } from '../../lab/projects.ts'

const read = async (lab: Lab, query: Parameters<typeof dataOf>[2]) => dataOf(lab.me, await lab.project('table'), query)

/** Names in the order that a sort gives. */
const sorted = (sort: object) => async (lab: Lab) =>
  (await read(lab, { sort, fields: ['name'] })).rows.map(({ name }) => name ?? null)

const refused = (query: Record<string, string | number>) => async (lab: Lab) => {
  const { status, body } = await lab.me.ask('GET', `${(await lab.project('table')).path}data/`, { query })
  return { status, body }
}

/** Which rows and which of their keys come, and in which order. */
export const paging: Group = {
  name: 'rows: paging and order',
  facts: [
    fact({
      name: 'limit and start make pages; count is that of all',
      source: ['0701', '0703'],
      when: async (lab) => {
        const { count, rows: page } = await read(lab, { limit: 2, start: 2, sort: { _id: 1 }, fields: ['age'] })
        return { count, ages: page.map(({ age }) => age) }
      },
      expected: { count: 6, ages: ['100', '-5'] },
    }),
    fact({
      name: 'next and previous are absolute addresses with start and the other parameters',
      source: ['0703', '0707'],
      when: async (lab) => {
        const { body } = await read(lab, { limit: 2, start: 2, sort: { _id: 1 } })
        const { next, previous } = body as { next: string; previous: string }
        const of = (url: string) => Object.fromEntries(new URL(url).searchParams)
        return { next: of(next), previous: of(previous).start ?? '0' }
      },
      expected: { next: { limit: '2', start: '4', sort: '{"_id":1}' }, previous: '0' },
    }),
    fact({
      name: 'a start past the end is empty, not an error',
      source: ['0706'],
      when: async (lab) => {
        const { status, count, rows: page } = await read(lab, { start: 1000, limit: 5 })
        return { status, count, page }
      },
      expected: { status: 200, count: 6, page: [] },
    }),
    fact({
      name: 'a limit that is no number is refused',
      source: ['0709'],
      when: refused({ limit: 'abc' }),
      expected: { status: 400, body: { limit: 'A positive integer is required' } },
    }),
    fact({
      name: 'a limit of 0 is refused',
      source: ['2006'],
      when: refused({ limit: 0 }),
      expected: { status: 400, body: { limit: 'A positive integer is required' } },
    }),
    fact({
      name: 'a sort that is no JSON is refused',
      source: ['0713', '0714'],
      when: refused({ sort: '-_id' }),
      expected: { status: 400, body: { sort: 'Value must be valid JSON.' } },
    }),
    fact({
      name: 'fields that are no JSON are refused',
      source: ['0716'],
      when: refused({ fields: 'name' }),
      expected: { status: 400, body: { fields: 'Value must be valid JSON.' } },
    }),
    fact({
      name: 'a sort by another direction than 1 and -1 is a server fault',
      source: ['2169'],
      when: async (lab) => (await refused({ sort: '{"_id":2}' })(lab)).status,
      expected: 500,
    }),
    fact({
      name: 'the newest first by _id',
      source: ['0710'],
      when: sorted({ _id: -1 }),
      expected: ['later', 'émile', null, 'Zoë', 'bob', 'Ann'],
    }),
    fact({
      name: 'texts are sorted by code point, missing ones first',
      source: ['0711', 'NOTES Queries, fields, sort'],
      when: sorted({ name: 1 }),
      expected: [null, 'Ann', 'Zoë', 'bob', 'later', 'émile'],
    }),
    fact({
      name: 'the other way round, missing ones are last',
      source: ['0711', 'NOTES Queries, fields, sort'],
      when: sorted({ name: -1 }),
      expected: ['émile', 'later', 'bob', 'Zoë', 'Ann', null],
    }),
    fact({
      name: 'numbers are sorted as texts',
      source: ['0711'],
      when: sorted({ age: 1, _id: 1 }),
      expected: [null, 'Ann', 'émile', 'Zoë', 'later', 'bob'],
    }),
    fact({
      name: 'several keys sort in their order',
      source: ['2167'],
      when: sorted({ age: 1, _id: -1 }),
      expected: [null, 'émile', 'Ann', 'Zoë', 'later', 'bob'],
    }),
    fact({
      name: 'rows are sorted by the uid of their status',
      source: ['2168'],
      when: sorted({ '_validation_status.uid': -1, _id: 1 }),
      expected: ['Zoë', 'bob', 'Ann', null, 'émile', 'later'],
    }),
  ],
}
