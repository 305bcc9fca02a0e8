import { expect, it } from 'vitest'
import { type Check, type Result, runChecks } from './schedule.ts'
import { emptyTally, oneFailure } from './tally.ts'

/** Creates checks that log when they begin and end. */
function createChecks(log: string[], list: (Pick<Check, 'name'> & Partial<Check> & { fails?: boolean })[]): Check[] {
  return list.map(({ name, needs = [], cores = 1, fails = false }) => ({
    name,
    needs,
    cores,
    run: async () => {
      log.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      log.push(`${name} ends`)
      return { ok: !fails, output: '', tally: fails ? oneFailure : emptyTally }
    },
  }))
}

const outcomesByName = (results: Result[]) =>
  Object.fromEntries(results.map(({ check, outcome }) => [check.name, outcome?.ok ?? 'not run']))

it('runs only as many checks at once as there are cores', async () => {
  const log: string[] = []
  await runChecks(createChecks(log, [{ name: 'a' }, { name: 'b' }, { name: 'c', cores: 2 }]), 2, () => {})
  expect(log.slice(0, 2)).toEqual(['a begins', 'b begins'])
  expect(log.slice(-2)).toEqual(['c begins', 'c ends'])
})

it('runs a check after those that it needs', async () => {
  const log: string[] = []
  await runChecks(createChecks(log, [{ name: 'size', needs: ['build'] }, { name: 'build' }]), 2, () => {})
  expect(log).toEqual(['build begins', 'build ends', 'size begins', 'size ends'])
})

it('skips a check if one that it needs failed, and runs the others', async () => {
  const list = [
    { name: 'live', needs: ['stories'] },
    { name: 'stories', needs: ['build'] },
    { name: 'build', fails: true },
    { name: 'lint' },
  ]
  const results = await runChecks(createChecks([], list), 2, () => {})
  expect(outcomesByName(results)).toEqual({ build: false, lint: true, stories: 'not run', live: 'not run' })
})

it('does not wait for a check that was not selected', async () => {
  const results = await runChecks(createChecks([], [{ name: 'stories', needs: ['build'] }]), 2, () => {})
  expect(outcomesByName(results)).toEqual({ stories: true })
})
