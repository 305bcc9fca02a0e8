import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Demo, DemoRequest } from './demo.ts'

/** How to repeat a recording on the demo: the users, the set-up, and the differences of the request. */
export interface Situation {
  /** The start of the recording's name. */
  recording: string
  users?: Record<string, string>
  setUp?: (demo: Demo) => Promise<unknown>
  request?: (demo: Demo) => Promise<Partial<DemoRequest>> | Partial<DemoRequest>
}

export const household = `/api/v2/assets/${DEMO_PROJECTS.household.uid}/`

export interface ResponseItem {
  uid: string
  url: string
  user: string
  permission: string
  _id: number
  _uuid: string
  version_id: string
  results: ResponseItem[]
}

export const getJson = async (demo: Demo, path: string) =>
  (await demo.request({ method: 'GET', path })).body as ResponseItem
