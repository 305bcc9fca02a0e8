import type { DeploymentStatus } from './schema.ts'

/** Which projects a list shows; it lives in the address of the page. */
export interface ProjectSearch {
  /** Words as typed. */
  text: string
  status: DeploymentStatus | 'all'
}

/** KPI refuses shorter searches with 400 [0315]. */
export const MIN_SEARCH_LENGTH = 3

/**
 * KPI's `q` for a search [0313-0328]. What the person typed is quoted, so that colons, brackets and operators in it
 * are looked for, not obeyed. `asset_type=` as a parameter is no filter [0303].
 */
export function toQuery({ text, status }: ProjectSearch): string {
  const words = text.trim().replaceAll(/["\\]/g, ' ').trim()
  return [
    'asset_type:survey',
    ...(status === 'all' ? [] : [`_deployment_status:${status}`]),
    ...(words.length >= MIN_SEARCH_LENGTH ? [`"${words}"`] : []),
  ].join(' AND ')
}
