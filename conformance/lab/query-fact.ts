import { fact } from '../fact.ts'
import { dataOf } from './projects.ts'

interface QueryFact {
  name: string
  source: string[]
  query: object
  /** Names of the matching rows, in the order in which they were sent. */
  matches: (string | null)[]
  realOnly?: string
}

/** Names of all rows of the table project. */
export const ALL = ['Ann', 'bob', 'Zoë', null, 'émile', 'later']

/** Declares a fact about which rows of the table project a query matches. */
export const queryFact = ({ query, matches, ...details }: QueryFact) =>
  fact({
    ...details,
    when: async (lab) => {
      const { status, body, rows } = await dataOf(lab.me, await lab.project('table'), {
        query,
        sort: { _id: 1 },
        fields: ['name'],
      })
      return status === 200 ? rows.map(({ name }) => name ?? null) : { status, body }
    },
    expected: matches,
  })
