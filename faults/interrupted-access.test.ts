import { MutationObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import { type Access, isSameAccess, NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import { afterWrite, planAccess } from '#/api/kpi/permissions/plan-access.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { setOnline, settled } from './faulty-server.ts'
import { chaosOn, SCENARIOS } from './scenarios.ts'
import { client, server, setUpServer } from './set-up-server.ts'

setUpServer()

const household = DEMO_PROJECTS.household.uid
/** Two permissions are granted, then two are revoked by one request: the one that fails. */
const TO: ReadonlySet<Codename> = new Set(['view_asset', 'change_asset', 'add_submissions'])
const LAST_WRITE = '/permission-assignments/p'

async function everybody() {
  const { results } = await client.fetchQuery({ ...permissionQueries.list(household), staleTime: 0 })
  return toPeople(results).map(({ username, held, partial }) => ({ username, held, partial }))
}

it.each(SCENARIOS)(
  'A change that fails at its third request under $chaos is finished, and nothing is done twice',
  async ({ chaos }) => {
    const before = await everybody()
    const from: Access = before.find(({ username }) => username === 'fatuma') ?? NO_ACCESS
    const plan = planAccess(from, { held: TO })
    expect(plan).toHaveLength(3)
    const reached = [from]
    for (const write of plan) reached.push(afterWrite(reached.at(-1) ?? from, write))
    const save = async () =>
      settled(
        new MutationObserver(client, changeAccess(household)).mutate({ username: 'fatuma', from, to: TO, partial: [] }),
      )
    server.takeRequests()

    server.chaos.set(
      chaosOn('write', chaos)
        .split(',')
        .map((rule) => `${rule};path=${LAST_WRITE}`)
        .join(','),
    )
    setOnline(!chaos.startsWith('offline'))
    await save()
    server.chaos.set('')
    setOnline(true)

    const now = (await everybody()).find(({ username }) => username === 'fatuma') ?? NO_ACCESS
    expect(reached.some((state) => isSameAccess(state, now))).toBe(true)
    expect((await save()).error).toBeUndefined()
    const after = await everybody()
    expect(after.find(({ username }) => username === 'fatuma')?.held).toEqual(TO)
    const others = (people: typeof before) => people.filter(({ username }) => username !== 'fatuma')
    expect(others(after)).toEqual(others(before))
    const executed = server
      .takeRequests()
      .filter(({ method, serverStatus = 0 }) => method !== 'GET' && serverStatus >= 200 && serverStatus < 300)
    expect(executed).toHaveLength(3)
  },
)
