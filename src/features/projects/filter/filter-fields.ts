import type { ProjectSearch } from '#/api/kpi/assets/project-search.ts'

/** What the list can be filtered by, besides text and status: the keys of a {@link ProjectSearch}. */
export const FILTER_FIELDS = [
  'owner',
  'countries',
  'sectors',
  'tags',
  'modified',
  'created',
  'deployed',
  'questions',
  'public',
] as const satisfies (keyof ProjectSearch)[]
export type FilterField = (typeof FILTER_FIELDS)[number]

/** The fields that a search is filtered by. */
export const filteredFields = (search: ProjectSearch): FilterField[] =>
  FILTER_FIELDS.filter((field) => search[field] !== undefined)

/** A search without some of its filters; its text and status stay. */
export function withoutFields(search: ProjectSearch, fields: readonly FilterField[]): ProjectSearch {
  const next = { ...search }
  for (const field of fields) delete next[field]
  return next
}
