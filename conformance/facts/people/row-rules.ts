import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { dataOf } from '../../lab/projects.ts'
import { rule, withRules } from '../../lab/row-rules.ts'

interface RuleFact {
  name: string
  source: string[]
  filters: object[] | ((lab: Lab) => object[])
  sees: string[] | number
}

/** Names of the rows that the second account sees with a rule for viewing. */
const seeing = ({ filters, sees, ...about }: RuleFact) =>
  fact({
    ...about,
    needs: 'other',
    when: async (lab) => {
      const { project } = await withRules(lab, [
        rule('view_submissions', ...(typeof filters === 'function' ? filters(lab) : filters)),
      ])
      const { status, rows } = await dataOf(lab.other, project, { sort: { _id: 1 }, fields: ['name'] })
      return status === 200 ? rows.map(({ name }) => name ?? null) : status
    },
    expected: sees,
  })

/** Access to some rows only: by who sent them and by what they answer. */
export const rowRules: Group = {
  name: 'access to some rows: conditions',
  facts: [
    seeing({
      name: 'a rule by answer shows the rows that match',
      source: ['2199'],
      filters: [{ colour: 'red' }],
      sees: ['Ann'],
    }),
    seeing({
      name: 'a rule by sender shows their rows',
      source: ['0900'],
      filters: (lab) => [{ _submitted_by: lab.other.username }],
      sees: [],
    }),
    seeing({
      name: '$in in a rule',
      source: ['2206'],
      filters: [{ colour: { $in: ['red', 'green'] } }],
      sees: ['Ann', 'bob'],
    }),
    seeing({
      name: '$regex with $options in a rule',
      source: ['2190', '2191'],
      filters: [{ name: { $regex: 'AN', $options: 'i' } }],
      sees: ['Ann'],
    }),
    seeing({
      name: '$or in a rule',
      source: ['2192', '2193'],
      filters: [{ $or: [{ colour: 'red' }, { name: 'Zoë' }] }],
      sees: ['Ann', 'Zoë'],
    }),
    seeing({
      name: 'several filters of a rule mean any of them',
      source: ['0614'],
      filters: [{ colour: 'red' }, { colour: 'blue' }],
      sees: ['Ann', 'Zoë'],
    }),
    seeing({
      name: 'several keys of a filter mean all of them',
      source: ['2199'],
      filters: [{ colour: 'red', age: '9' }],
      sees: [],
    }),
    seeing({
      name: 'a rule by a question in a repeat group works by $elemMatch',
      source: ['2196', '2197'],
      filters: [{ member: { $elemMatch: { 'member/member_name': 'N1' } } }],
      sees: ['Ann'],
    }),
    seeing({
      name: 'a plain rule by a question in a repeat group shows nothing',
      source: ['2198'],
      filters: [{ 'member/member_name': 'N1' }],
      sees: [],
    }),
    seeing({
      name: 'a rule by status',
      source: ['2199', '2200'],
      filters: [{ '_validation_status.uid': 'validation_status_approved' }],
      sees: ['Ann'],
    }),
    seeing({
      name: '$eq in a rule shows nothing',
      source: ['2203', 'NOTES Row rules'],
      filters: [{ colour: { $eq: 'red' } }],
      sees: [],
    }),
    seeing({
      name: 'an empty filter shows everything',
      source: ['NOTES Row rules'],
      filters: [{}],
      sees: ['Ann', 'bob', 'Zoë', null] as string[],
    }),
    seeing({
      name: 'a bad regular expression in a rule makes reading fail',
      source: ['2201', '2202'],
      filters: [{ name: { $regex: '(' } }],
      sees: 400,
    }),
    fact({
      name: 'a rule without filters is a server fault',
      source: ['2204'],
      needs: 'other',
      when: async (lab) => (await withRules(lab, [rule('view_submissions')])).status,
      expected: 500,
    }),
  ],
}
