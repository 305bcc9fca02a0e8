import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { partialPermission, setPartialPermissions } from '../../lab/partial-permissions.ts'
import { dataOf } from '../../lab/projects.ts'

interface VisibleRowsFact {
  name: string
  source: string[]
  filters: object[] | ((lab: Lab) => object[])
  visible: string[] | number
}

/** Declares a fact about the rows that the second account sees with partial view_submissions. */
const visibleRowsFact = ({ filters, visible, ...details }: VisibleRowsFact) =>
  fact({
    ...details,
    needs: 'other',
    when: async (lab) => {
      const { project } = await setPartialPermissions(lab, [
        partialPermission('view_submissions', ...(typeof filters === 'function' ? filters(lab) : filters)),
      ])
      const { status, rows } = await dataOf(lab.other, project, { sort: { _id: 1 }, fields: ['name'] })
      return status === 200 ? rows.map(({ name }) => name ?? null) : status
    },
    expected: visible,
  })

/** Partial permissions: filters. */
export const partialPermissionFilters: Group = {
  name: 'partial permissions: filters',
  facts: [
    visibleRowsFact({
      name: 'a filter by answer shows the matching rows',
      source: ['2199'],
      filters: [{ colour: 'red' }],
      visible: ['Ann'],
    }),
    visibleRowsFact({
      name: 'a filter by submitter shows their rows',
      source: ['0900'],
      filters: (lab) => [{ _submitted_by: lab.other.username }],
      visible: [],
    }),
    visibleRowsFact({
      name: '$in in a filter',
      source: ['2206'],
      filters: [{ colour: { $in: ['red', 'green'] } }],
      visible: ['Ann', 'bob'],
    }),
    visibleRowsFact({
      name: '$regex with $options in a filter',
      source: ['2190', '2191'],
      filters: [{ name: { $regex: 'AN', $options: 'i' } }],
      visible: ['Ann'],
    }),
    visibleRowsFact({
      name: '$or in a filter',
      source: ['2192', '2193'],
      filters: [{ $or: [{ colour: 'red' }, { name: 'Zoë' }] }],
      visible: ['Ann', 'Zoë'],
    }),
    visibleRowsFact({
      name: 'several filters are combined with OR',
      source: ['0614'],
      filters: [{ colour: 'red' }, { colour: 'blue' }],
      visible: ['Ann', 'Zoë'],
    }),
    visibleRowsFact({
      name: 'several keys of a filter are combined with AND',
      source: ['2199'],
      filters: [{ colour: 'red', age: '9' }],
      visible: [],
    }),
    visibleRowsFact({
      name: '$elemMatch filters by a question in a repeat group',
      source: ['2196', '2197'],
      filters: [{ member: { $elemMatch: { 'member/member_name': 'N1' } } }],
      visible: ['Ann'],
    }),
    visibleRowsFact({
      name: 'a path into a repeat group shows nothing',
      source: ['2198'],
      filters: [{ 'member/member_name': 'N1' }],
      visible: [],
    }),
    visibleRowsFact({
      name: 'a filter by status',
      source: ['2199', '2200'],
      filters: [{ '_validation_status.uid': 'validation_status_approved' }],
      visible: ['Ann'],
    }),
    visibleRowsFact({
      name: '$eq in a filter shows nothing',
      source: ['2203', 'NOTES Row rules'],
      filters: [{ colour: { $eq: 'red' } }],
      visible: [],
    }),
    visibleRowsFact({
      name: 'an empty filter shows everything',
      source: ['NOTES Row rules'],
      filters: [{}],
      visible: ['Ann', 'bob', 'Zoë', null] as string[],
    }),
    visibleRowsFact({
      name: 'an invalid regular expression in a filter makes reading fail',
      source: ['2201', '2202'],
      filters: [{ name: { $regex: '(' } }],
      visible: 400,
    }),
    fact({
      name: 'a partial permission without filters fails with 500',
      source: ['2204'],
      needs: 'other',
      when: async (lab) => (await setPartialPermissions(lab, [partialPermission('view_submissions')])).status,
      expected: 500,
    }),
  ],
}
