import type { Access } from '#/api/kpi/permissions/people.ts'

/** Row-level rules as text: each permission with its conditions, of which one must hold. Empty without rules. */
export const rulesText = ({ partial }: Pick<Access, 'partial'>) =>
  partial
    .map(({ codename, filters }) => `${codename}: ${filters.map((filter) => JSON.stringify(filter)).join(' or ')}`)
    .toSorted()
    .join('; ')
