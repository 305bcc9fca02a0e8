type Exports = Record<string, unknown>
type Unknown = (...args: unknown[]) => unknown

/** The modules that send requests, with their exports. */
export const apiModules = import.meta.glob<Exports>(
  '../src/api/**/{queries,mutations,attachments,change-one,sign-in,oauth,app-config}.ts',
  {
    eager: true,
  },
)
const isFunction = (value: unknown): value is Unknown => typeof value === 'function'

/** The functions of a module, including members of exported objects: `assetQueries.list`. */
const functionsOf = (module: Exports): [name: string, call: Unknown][] =>
  Object.entries(module).flatMap(([name, value]): [string, Unknown][] => {
    if (isFunction(value)) return [[name, value]]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([member, call]): [string, Unknown][] =>
      isFunction(call) ? [[`${name}.${member}`, call]] : [],
    )
  })

/** Whether a function sends a request, or returns query or mutation options. */
function sendsRequest(call: Unknown): boolean {
  try {
    const result = call()
    if (result instanceof Promise) result.catch(() => null)
    if (typeof result !== 'object' || result === null) return false
    return result instanceof Promise || 'queryFn' in result || 'mutationFn' in result
  } catch {
    return /(?:query|mutation)options/i.test(String(call)) // it needs arguments
  }
}

/** Functions for signing in that send nothing themselves, or are tested through their callers. */
const INTERNAL_FUNCTIONS = [
  'beginSignIn',
  'connect',
  'ownSession',
  'requireHostAccess',
  'viewedProjectsQueryOptions',
  'withSignInErrors',
]

/**
 * Names of the functions that send requests, or return query or mutation options: `assetQueries.list`, `renameAsset`.
 */
export const apiFunctions = Object.values(apiModules)
  .flatMap(functionsOf)
  .filter(([, call]) => !String(call).startsWith('class ') && sendsRequest(call))
  .map(([name]) => name)
  .filter((name) => !INTERNAL_FUNCTIONS.includes(name))
