import { ApiError } from './errors.ts'

/** The likely cause of a 500 with which KPI answers a wrong request. */
type LikelyCause =
  | 'newer-version' // the version in the request is not the newest any more
  | 'template' // only projects can be deployed
  | 'name-taken'
  | 'no-list' // this server cannot list imports
  | 'metadata-missing'
  | 'no-search' // tags cannot be searched

const LIKELY_CAUSES: readonly [method: string, path: RegExp, likely: LikelyCause][] = [
  ['PATCH', /^api\/v2\/assets\/\w+\/deployment\/$/, 'newer-version'], // [0505, 0513]
  ['POST', /^api\/v2\/assets\/\w+\/deployment\/$/, 'template'], // [0527]
  ['POST', /^api\/v2\/assets\/\w+\/export-settings\/$/, 'name-taken'], // [1044]
  ['PATCH', /^api\/v2\/assets\/\w+\/export-settings\/\w+\/$/, 'name-taken'], // [1044]
  ['POST', /^api\/v2\/assets\/\w+\/files\/$/, 'metadata-missing'], // [1110]
  ['GET', /^api\/v2\/imports\/$/, 'no-list'], // [0208]
  ['GET', /^api\/v2\/tags\/$/, 'no-search'], // [1343]
]

/** The likely cause of a 500; `null` if it is unknown, and for other errors. */
export function likelyCauseOf(method: string, path: string, error: unknown): LikelyCause | null {
  if (!(error instanceof ApiError) || error.status !== 500) return null
  return LIKELY_CAUSES.find(([known, pattern]) => known === method && pattern.test(path))?.[2] ?? null
}
