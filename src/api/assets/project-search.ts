import type { DeploymentStatus } from './schema.ts'

/** Which projects a list shows; it lives in the address of the page. */
export interface ProjectSearch {
  /** Words as typed. */
  text: string
  status: DeploymentStatus | 'all'
}

/** KPI refuses shorter searches with 400 [0315]. */
export const MIN_SEARCH_LENGTH = 3

/** The words of a search that KPI accepts; shorter ones are left out. */
const searchWords = (text: string) =>
  text
    .replaceAll(/["\\]/g, ' ')
    .split(/\s+/)
    .filter((word) => word.length >= MIN_SEARCH_LENGTH)

/**
 * KPI's `q` for a search [0313-0328]: projects that have every word in their name, owner, description or tags.
 * Each word is quoted, so that colons, brackets and operators in it are looked for, not obeyed. `asset_type=` as a
 * parameter would be no filter [0303].
 */
export function toQuery({ text, status }: ProjectSearch): string {
  return [
    'asset_type:survey',
    ...(status === 'all' ? [] : [`_deployment_status:${status}`]),
    ...searchWords(text).map((word) => `"${word}"`),
  ].join(' AND ')
}
