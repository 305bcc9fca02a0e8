import { ownFile } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { type AppConfig, appConfigFor } from './schema.ts'

/** Milliseconds. */
const LIMIT = 20_000

let current: AppConfig = appConfigFor({ site: '', languages: [] }).parse({})

/** What the host decided. Read once, before the app starts; it stays the same until the page is loaded again. */
export const appConfig = () => current

/** Reads `config.json`; without one, all is as by default. Gives why it cannot be used, and what is wrong in it. */
export async function loadAppConfig(languages: readonly string[]): Promise<ApiError | undefined> {
  const schema = appConfigFor({ site: document.baseURI, languages })
  try {
    current = await ownFile('config.json', schema, AbortSignal.timeout(LIMIT))
  } catch (cause) {
    const error = cause instanceof ApiError ? cause : new ApiError('timed-out', '', { cause })
    if (error.kind !== 'not-found') return error
  }
  return undefined
}
