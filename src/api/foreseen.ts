import { ApiError } from './errors.ts'

/** What is most likely wrong with a request where KPI answers 500 though itself is well. */
type Foreseen =
  | 'newer-version' // the version named is not the newest any more: look again, then deploy
  | 'template' // only projects can be deployed
  | 'name-taken'
  | 'no-list' // this server cannot list imports
  | 'metadata-missing'
  | 'no-search' // tags cannot be searched

const FORESEEN: readonly [method: string, path: RegExp, likely: Foreseen][] = [
  ['PATCH', /^api\/v2\/assets\/\w+\/deployment\/$/, 'newer-version'], // [0505, 0513]
  ['POST', /^api\/v2\/assets\/\w+\/deployment\/$/, 'template'], // [0527]
  ['POST', /^api\/v2\/assets\/\w+\/export-settings\/$/, 'name-taken'], // [1044]
  ['PATCH', /^api\/v2\/assets\/\w+\/export-settings\/\w+\/$/, 'name-taken'], // [1044]
  ['POST', /^api\/v2\/assets\/\w+\/files\/$/, 'metadata-missing'], // [1110]
  ['GET', /^api\/v2\/imports\/$/, 'no-list'], // [0208]
  ['GET', /^api\/v2\/tags\/$/, 'no-search'], // [1343]
]

/** What a fault of the server most likely means; `null` where it is one. A proxy's faults are never of these. */
export function foreseen(method: string, path: string, error: unknown): Foreseen | null {
  if (!(error instanceof ApiError) || error.status !== 500) return null
  return FORESEEN.find(([known, pattern]) => known === method && pattern.test(path))?.[2] ?? null
}
