import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { dataOf } from '../../lab/projects.ts'

const readTable = async (lab: Lab, query: Parameters<typeof dataOf>[2]) =>
  dataOf(lab.me, await lab.project('table'), query)

/** Names in the order of a sort. */
const namesSortedBy = (sort: object) => async (lab: Lab) =>
  (await readTable(lab, { sort, fields: ['name'] })).rows.map(({ name }) => name ?? null)

const responseTo = (query: Record<string, string | number>) => async (lab: Lab) => {
  const { status, body } = await lab.me.request('GET', `${(await lab.project('table')).path}data/`, { query })
  return { status, body }
}

/** Paging and order of rows. */
export const paging: Group = {
  name: 'rows: paging and order',
  facts: [
    fact({
      name: 'limit and start select a page; count is the total',
      source: ['0701', '0703'],
      when: async (lab) => {
        const { count, rows: page } = await readTable(lab, { limit: 2, start: 2, sort: { _id: 1 }, fields: ['age'] })
        return { count, ages: page.map(({ age }) => age) }
      },
      expected: { count: 6, ages: ['100', '-5'] },
    }),
    fact({
      name: 'next and previous are absolute URLs with start and the other parameters',
      source: ['0703', '0707'],
      when: async (lab) => {
        const { body } = await readTable(lab, { limit: 2, start: 2, sort: { _id: 1 } })
        const { next, previous } = body as { next: string; previous: string }
        const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams)
        return { next: parametersOf(next), previous: parametersOf(previous).start ?? '0' }
      },
      expected: { next: { limit: '2', start: '4', sort: '{"_id":1}' }, previous: '0' },
    }),
    fact({
      name: 'a start past the end returns an empty page',
      source: ['0706'],
      when: async (lab) => {
        const { status, count, rows: page } = await readTable(lab, { start: 1000, limit: 5 })
        return { status, count, page }
      },
      expected: { status: 200, count: 6, page: [] },
    }),
    fact({
      name: 'a limit that is not a number is refused',
      source: ['0709'],
      when: responseTo({ limit: 'abc' }),
      expected: { status: 400, body: { limit: 'A positive integer is required' } },
    }),
    fact({
      name: 'a limit of 0 is refused',
      source: ['2006'],
      when: responseTo({ limit: 0 }),
      expected: { status: 400, body: { limit: 'A positive integer is required' } },
    }),
    fact({
      name: 'a sort that is not JSON is refused',
      source: ['0713', '0714'],
      when: responseTo({ sort: '-_id' }),
      expected: { status: 400, body: { sort: 'Value must be valid JSON.' } },
    }),
    fact({
      name: 'fields that are not JSON are refused',
      source: ['0716'],
      when: responseTo({ fields: 'name' }),
      expected: { status: 400, body: { fields: 'Value must be valid JSON.' } },
    }),
    fact({
      name: 'a sort direction other than 1 and -1 fails with 500',
      source: ['2169'],
      when: async (lab) => (await responseTo({ sort: '{"_id":2}' })(lab)).status,
      expected: 500,
    }),
    fact({
      name: '_id sorts the newest first',
      source: ['0710'],
      when: namesSortedBy({ _id: -1 }),
      expected: ['later', 'émile', null, 'Zoë', 'bob', 'Ann'],
    }),
    fact({
      name: 'texts are sorted by code point, missing ones first',
      source: ['0711', 'NOTES Queries, fields, sort'],
      when: namesSortedBy({ name: 1 }),
      expected: [null, 'Ann', 'Zoë', 'bob', 'later', 'émile'],
    }),
    fact({
      name: 'in descending order missing texts are last',
      source: ['0711', 'NOTES Queries, fields, sort'],
      when: namesSortedBy({ name: -1 }),
      expected: ['émile', 'later', 'bob', 'Zoë', 'Ann', null],
    }),
    fact({
      name: 'numbers are sorted as texts',
      source: ['0711'],
      when: namesSortedBy({ age: 1, _id: 1 }),
      expected: [null, 'Ann', 'émile', 'Zoë', 'later', 'bob'],
    }),
    fact({
      name: 'several sort keys apply in their order',
      source: ['2167'],
      when: namesSortedBy({ age: 1, _id: -1 }),
      expected: [null, 'émile', 'Ann', 'Zoë', 'later', 'bob'],
    }),
    fact({
      name: 'rows are sorted by the uid of their status',
      source: ['2168'],
      when: namesSortedBy({ '_validation_status.uid': -1, _id: 1 }),
      expected: ['Zoë', 'bob', 'Ann', null, 'émile', 'later'],
    }),
  ],
}
