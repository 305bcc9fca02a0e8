import { describe, expect, it } from 'vitest'
import { SITUATIONS } from '../contract/demo-situations.ts'
import { apiFunctions } from '../faults/api-functions.ts'
import { groups } from './groups.ts'
import { UNTESTED } from './untested.ts'

type SourceTexts = Record<string, string>

const sources = import.meta.glob<string>(['../src/**/*.ts{,x}', '!../src/**/*.test.ts{,x}'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const facts = import.meta.glob<string>(['./facts/**/*.ts', './lab/*.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

/**
 * The recording numbers cited as `[0715]` or `[0602-a, 0603-e]`, without letters; of a range `[0231-0234]` both ends.
 */
function citationsIn(texts: SourceTexts): Set<string> {
  const lists = Object.values(texts).flatMap((text) => [...text.matchAll(/\[(\d{4}[^\]\n]*)\]/g)])
  return new Set(lists.flatMap(([, list = '']) => list.match(/\d{4}/g) ?? []))
}

const numberOf = (recording: string) => recording.slice(0, 4)

const tested = new Set([
  ...groups.flatMap(({ facts: all }) => all.flatMap(({ source }) => source.map(numberOf))),
  ...SITUATIONS.map(({ recording }) => numberOf(recording)),
])

describe('the recordings and API functions', () => {
  it('each cited recording has a fact or a comparison with the demo, or a reason why not', () => {
    const untested = [...citationsIn(sources)].filter((number) => !tested.has(number) && !(number in UNTESTED))
    expect(untested.toSorted()).toEqual([])
  })

  it('each reason is for a recording that is cited and not tested', () => {
    const cited = citationsIn(sources)
    expect(Object.keys(UNTESTED).filter((key) => /^\d/.test(key) && (tested.has(key) || !cited.has(key)))).toEqual([])
  })

  it('each query and mutation is used in a fact, or has a reason why not', () => {
    const code = Object.values(facts).join('\n')
    const missing = apiFunctions.filter((name) => !code.includes(`${name}(`) && !(name in UNTESTED))
    expect(missing.toSorted()).toEqual([])
  })
})
