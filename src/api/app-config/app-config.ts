import { fetchSiteFile } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { KEYS, parseJson, readStored, writeStored } from '#/lib/browser-storage.ts'
import { type AppConfig, appConfigFor } from './schema.ts'

/** Milliseconds. */
const TIMEOUT = 20_000

const DEFAULTS = appConfigFor({ site: '', languages: [] }).parse({})

let current: AppConfig = DEFAULTS

/** The content of `config.json`, which is loaded once before the app starts. */
export const appConfig = () => current

interface LoadOptions {
  /** Codes of the interface languages. */
  languages: readonly string[]
  /** Called if the app started with the stored copy, and the file has changed since. */
  onChange: () => void
}

/**
 * Loads `config.json`, or uses the defaults if there is none. If a copy of the last visit is stored, the app starts with it,
 * and a changed file is used from the next start. Returns the error if the file cannot be loaded or is invalid.
 */
export async function loadAppConfig({ languages, onChange }: LoadOptions): Promise<ApiError | undefined> {
  const schema = appConfigFor({ site: document.baseURI, languages })
  const copy = readStored('device', KEYS.config)
  const stored = schema.safeParse(parseJson(copy))
  const loading = fetchConfig(schema)
  if (!stored.success) {
    const result = await loading
    if (result instanceof ApiError) return result
    current = result
    store(result)
    return undefined
  }
  current = stored.data
  void loading.then((result) => {
    if (result instanceof ApiError ? result.kind !== 'unreadable' : JSON.stringify(result) === copy) return
    if (store(result)) onChange()
  })
  return undefined
}

/** Stores a copy; removes it if the file is invalid. Returns false if the storage is full or blocked. */
const store = (config: AppConfig | ApiError) =>
  writeStored('device', KEYS.config, config instanceof ApiError ? null : JSON.stringify(config))

async function fetchConfig(schema: ReturnType<typeof appConfigFor>): Promise<AppConfig | ApiError> {
  try {
    return await fetchSiteFile('config.json', schema, AbortSignal.timeout(TIMEOUT))
  } catch (cause) {
    const error = cause instanceof ApiError ? cause : new ApiError('timed-out', '', { cause })
    return error.kind === 'not-found' ? DEFAULTS : error
  }
}
