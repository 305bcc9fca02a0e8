import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DELAY_FAULTS, type Fault, FAULTS_WITHOUT_VALUE, type Rule } from './fault.ts'
import { ChaosGrammarError, formatChaos, parseChaos } from './grammar.ts'

const count = fc.integer({ min: 1, max: 9999 })
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ name: fc.constantFrom(...DELAY_FAULTS), ms: count }),
  fc.record({ name: fc.constant('429' as const), retryAfter: count }, { requiredKeys: ['name'] }),
  fc.record({ name: fc.constantFrom(...FAULTS_WITHOUT_VALUE) }),
)
const rule: fc.Arbitrary<Rule> = fc.record(
  {
    fault,
    methods: fc.constantFrom<Rule['methods'][]>(
      ['GET', 'POST', 'PATCH', 'DELETE'],
      ['GET'],
      ['POST', 'PATCH', 'DELETE'],
      ['PATCH', 'GET'],
    ),
    path: fc.stringMatching(/^[a-z/=]{1,9}\$?$/),
    oneIn: count,
    after: fc.nat(20),
    times: count,
    seconds: count,
  },
  { requiredKeys: ['fault', 'methods', 'oneIn', 'after'] },
)

describe('the grammar of faults', () => {
  it('parses what it formats', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), count, (rules, seed) => {
        expect(parseChaos(formatChaos({ rules, seed }))).toEqual({ rules, seed })
      }),
    )
  })

  it('needs no escaping in a URL', () => {
    const text = '429:3;on=read;path=data/;times=2,latency:400;one-in=3;for=20,502;on=POST.PATCH,seed=7'
    expect(new URL(`https://a.invalid/?chaos=${text}`).searchParams.get('chaos')).toBe(text)
    expect(formatChaos(parseChaos(text))).toBe(text)
  })

  it.each(['', 'off', ' , '])('“%s” has no faults', (text) => {
    expect(parseChaos(text).rules).toEqual([])
  })

  it.each(['teapot', '429:soon', 'latency:-1', '500;on=never', '500;how=badly', '500;times=0', 'cut;one-in=half'])(
    'quotes “%s” in its error',
    (text) => {
      expect(() => parseChaos(text)).toThrow(ChaosGrammarError)
      expect(() => parseChaos(text)).toThrow(text)
    },
  )
})
