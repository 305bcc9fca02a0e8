import { describe, expect, it } from 'vitest'
import { askingModules, functionsThatAsk } from './asking-functions.ts'
import { READINGS } from './readings.ts'
import { SCENARIOS } from './scenarios.ts'
import { SIGN_INS } from './sign-ins.ts'
import { WRITINGS } from './writings.ts'

const sources = import.meta.glob<string>('../src/**/*.ts{,x}', { eager: true, query: '?raw', import: 'default' })
const tested = [...READINGS, ...WRITINGS, ...SIGN_INS].map(({ factory }) => factory)

describe('the tables of faults', () => {
  it('have a row for everything that the app reads and writes, and no other', () => {
    expect(functionsThatAsk.toSorted()).toEqual([...new Set(tested)].toSorted())
  })

  it('leave out no module that asks a server', () => {
    const asking = Object.keys(sources).filter(
      (path) => !/\.test\.tsx?$/.test(path) && /\b(?:kpiOf|kpiAs|fetchOf|ownFile)\(/.test(sources[path] ?? ''),
    )
    const known = [...Object.keys(askingModules), '../src/api/client.ts']
    expect(asking.filter((path) => !known.includes(path))).toEqual([])
  })

  it('have at least 20 scenarios, each once', () => {
    const names = SCENARIOS.map(({ chaos }) => chaos)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(20)
  })
})
