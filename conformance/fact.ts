import type { Lab } from './lab/lab.ts'

/** One thing about the server that the app relies on, tried by asking it. */
export interface Fact {
  /** A sentence, unique among all facts. */
  name: string
  /** The recordings that show it (`0715`), or the part of the recordings' notes that tells it. */
  source: readonly string[]
  /** Why it is not tried on the demo: the demo is simpler there, see `docs/demo-differences.md`. */
  realOnly?: string
  /** Why it is not tried on a real server: trying it would endanger what is there, or the server must be set up for it. */
  demoOnly?: string
  /** Further accounts that it takes. */
  needs?: 'other' | 'administrator'
  /** Brings the server into the situation, asks it, and returns what came of it beside what must come of it. */
  attempt: (lab: Lab) => Promise<{ expected: unknown; got: unknown }>
}

export interface Group {
  name: string
  facts: readonly Fact[]
}

interface FactSpec<Given> extends Omit<Fact, 'attempt'> {
  /** Brings the server into the situation. */
  given?: (lab: Lab) => Promise<Given>
  /** Asks the server, and returns what matters of its answer as plain data. */
  when: (lab: Lab, given: Given) => Promise<unknown>
  /** What `when` must return. */
  expected: unknown
}

/** Declares a fact. `expected` may be computed from what `given` returned. */
export function fact<Given = undefined>({ given, when, expected, ...about }: FactSpec<Given>): Fact {
  return {
    ...about,
    attempt: async (lab) => {
      const situation = (await given?.(lab)) as Given
      const got = await when(lab, situation)
      const wanted: unknown =
        typeof expected === 'function' ? (expected as (given: Given) => unknown)(situation) : expected
      return { expected: wanted, got }
    },
  }
}
