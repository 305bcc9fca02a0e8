import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Step, World } from './demo-world.ts'

/** How the demo is brought into the situation of a recording, and what is asked then where that is not the same. */
export interface Situation {
  /** Names of recordings begin with it. */
  recording: string
  cast?: Record<string, string>
  before?: (world: World) => Promise<unknown>
  ask?: (world: World) => Promise<Partial<Step>> | Partial<Step>
}

export const household = `/api/v2/assets/${DEMO_PROJECTS.household.uid}/`

export interface Listed {
  uid: string
  url: string
  user: string
  permission: string
  _id: number
  _uuid: string
  version_id: string
  results: Listed[]
}

export const read = async (world: World, path: string) => (await world.ask({ method: 'GET', path })).body as Listed
