import { describe, expect, it } from 'vitest'
import { SITUATIONS } from '../contract/demo-situations.ts'
import { functionsThatAsk } from '../faults/asking-functions.ts'
import { groups } from './groups.ts'
import { NOT_TRIED } from './not-tried.ts'

type Sources = Record<string, string>

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

/** The numbers that a text cites as `[0715]` or `[0602-a, 0603-e]`, without letters; of `[0231-0234]` both ends. */
function citedIn(texts: Sources): Set<string> {
  const lists = Object.values(texts).flatMap((text) => [...text.matchAll(/\[(\d{4}[^\]\n]*)\]/g)])
  return new Set(lists.flatMap(([, list = '']) => list.match(/\d{4}/g) ?? []))
}

const numberOf = (recording: string) => recording.slice(0, 4)

const tried = new Set([
  ...groups.flatMap(({ facts: all }) => all.flatMap(({ source }) => source.map(numberOf))),
  ...SITUATIONS.map(({ recording }) => numberOf(recording)),
])

describe('what the app says that it knows of the server', () => {
  it('has a fact or a recorded comparison for each recording that the code cites, or a reason why not', () => {
    const untried = [...citedIn(sources)].filter((number) => !tried.has(number) && !(number in NOT_TRIED))
    expect(untried.toSorted()).toEqual([])
  })

  it('gives reasons only for what is cited and not tried', () => {
    const cited = citedIn(sources)
    expect(Object.keys(NOT_TRIED).filter((key) => /^\d/.test(key) && (tried.has(key) || !cited.has(key)))).toEqual([])
  })

  it('is tried through each function that reads or writes', () => {
    const code = Object.values(facts).join('\n')
    const missing = functionsThatAsk.filter((name) => !code.includes(`${name}(`) && !(name in NOT_TRIED))
    expect(missing.toSorted()).toEqual([])
  })
})
