import { describe, expect, it } from 'vitest'
import { apiFunctions, apiModules } from './api-functions.ts'
import { MUTATION_CASES } from './mutation-cases.ts'
import { QUERY_CASES } from './query-cases.ts'
import { SCENARIOS } from './scenarios.ts'
import { SIGN_IN_CASES } from './sign-in-cases.ts'

const sources = import.meta.glob<string>('../src/**/*.ts{,x}', { eager: true, query: '?raw', import: 'default' })
const testedFunctions = [...QUERY_CASES, ...MUTATION_CASES, ...SIGN_IN_CASES].map(({ factory }) => factory)

describe('the cases', () => {
  it('include every query and mutation of the app, and nothing else', () => {
    expect(apiFunctions.toSorted()).toEqual([...new Set(testedFunctions)].toSorted())
  })

  it('include every module that sends requests', () => {
    const requesting = Object.keys(sources).filter(
      (path) => !/\.test\.tsx?$/.test(path) && /\b(?:kpiOf|kpiAs|fetchOf|ownFile)\(/.test(sources[path] ?? ''),
    )
    const known = [...Object.keys(apiModules), '../src/api/client.ts']
    expect(requesting.filter((path) => !known.includes(path))).toEqual([])
  })

  it('run under at least 20 different scenarios', () => {
    const names = SCENARIOS.map(({ chaos }) => chaos)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(20)
  })
})
