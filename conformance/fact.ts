import type { Lab } from './lab/lab.ts'

/** A behaviour of the server that the app relies on, with a test of it. */
export interface Fact {
  /** A sentence, unique among all facts. */
  name: string
  /** The recordings that show it (`0715`), or the section of the recordings' notes that describes it. */
  source: readonly string[]
  /** Why it is not tested on the demo, where the demo is simpler (see `docs/demo-differences.md`). */
  realOnly?: string
  /** Why it is not tested on a real server: it would endanger existing data, or needs a special set-up. */
  demoOnly?: string
  /** An account that it needs in addition. */
  needs?: 'other' | 'administrator'
  /** Sets up the server, sends the requests, and returns the expected and the actual result. */
  run: (lab: Lab) => Promise<{ expected: unknown; actual: unknown }>
}

export interface Group {
  name: string
  facts: readonly Fact[]
}

interface FactSpec<Setup> extends Omit<Fact, 'run'> {
  /** Sets up the server. */
  given?: (lab: Lab) => Promise<Setup>
  /** Sends the requests and returns the relevant part of the responses as plain data. */
  when: (lab: Lab, given: Setup) => Promise<unknown>
  /** The expected result of `when`: a value, or a function of what `given` returned. */
  expected: unknown
}

/** Declares a fact. */
export function fact<Setup = undefined>({ given, when, expected, ...details }: FactSpec<Setup>): Fact {
  return {
    ...details,
    run: async (lab) => {
      const setup = (await given?.(lab)) as Setup
      const actual = await when(lab, setup)
      const expectedResult: unknown =
        typeof expected === 'function' ? (expected as (given: Setup) => unknown)(setup) : expected
      return { expected: expectedResult, actual }
    },
  }
}
