type Exports = Record<string, unknown>
type Unknown = (...args: unknown[]) => unknown

/** Each module that can ask a server for something, and what it exports. */
export const askingModules = import.meta.glob<Exports>(
  '../src/api/**/{queries,mutations,attachments,change-one,sign-in,oauth,app-config}.ts',
  {
    eager: true,
  },
)
const isFunction = (value: unknown): value is Unknown => typeof value === 'function'

/** Functions among exports, and among the members of exported objects: `assetQueries.list`. */
const functionsOf = (module: Exports): [name: string, call: Unknown][] =>
  Object.entries(module).flatMap(([name, value]): [string, Unknown][] => {
    if (isFunction(value)) return [[name, value]]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([member, call]): [string, Unknown][] =>
      isFunction(call) ? [[`${name}.${member}`, call]] : [],
    )
  })

/** Whether a function asks a server, or gives options that do. */
function asks(call: Unknown): boolean {
  try {
    const made = call()
    if (made instanceof Promise) made.catch(() => null)
    if (typeof made !== 'object' || made === null) return false
    return made instanceof Promise || 'queryFn' in made || 'mutationFn' in made
  } catch {
    return /(?:query|mutation)options/i.test(String(call)) // it cannot go without arguments
  }
}

/** Of signing in: they send nothing by themselves, or the rows of those that use them go through them. */
const PARTS = ['afterAccess', 'beginSignIn', 'connect', 'explain', 'ownSession']

/** Functions that ask a server, or make options that do, by name: `assetQueries.list`, `renameAsset`. */
export const functionsThatAsk = Object.values(askingModules)
  .flatMap(functionsOf)
  .filter(([, call]) => !String(call).startsWith('class ') && asks(call))
  .map(([name]) => name)
  .filter((name) => !PARTS.includes(name))
