import { describe, expect, it } from 'vitest'
import { READINGS } from './readings.ts'
import { SCENARIOS } from './scenarios.ts'
import { SIGN_INS } from './sign-ins.ts'
import { WRITINGS } from './writings.ts'

type Exports = Record<string, unknown>
type Unknown = (...args: unknown[]) => unknown

/** Each module that can ask a server for something, and what it exports. */
const modules = import.meta.glob<Exports>(
  '../src/api/*/{queries,mutations,attachments,change-one,sign-in,oauth,app-config}.ts',
  {
    eager: true,
  },
)
const sources = import.meta.glob<string>('../src/**/*.ts{,x}', { eager: true, query: '?raw', import: 'default' })

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

const factories = Object.values(modules)
  .flatMap(functionsOf)
  .filter(([, call]) => !String(call).startsWith('class ') && asks(call))
  .map(([name]) => name)
  .filter((name) => !PARTS.includes(name))
const tested = [...READINGS, ...WRITINGS, ...SIGN_INS].map(({ factory }) => factory)

describe('the tables of faults', () => {
  it('have a row for everything that the app reads and writes, and no other', () => {
    expect(factories.toSorted()).toEqual([...new Set(tested)].toSorted())
  })

  it('leave out no module that asks a server', () => {
    const asking = Object.keys(sources).filter(
      (path) => !/\.test\.tsx?$/.test(path) && /\b(?:kpiOf|kpiAs|fetchOf|ownFile)\(/.test(sources[path] ?? ''),
    )
    const known = [...Object.keys(modules), '../src/api/client.ts']
    expect(asking.filter((path) => !known.includes(path))).toEqual([])
  })

  it('have at least 20 scenarios, each once', () => {
    const names = SCENARIOS.map(({ chaos }) => chaos)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(20)
  })
})
