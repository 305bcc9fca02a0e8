import { household, type ResponseItem, type Situation } from './demo-situation.ts'
import type { Demo } from './demo.ts'

const hooks = `${household}hooks/`

/** The seeded service of the project. */
async function firstHook(demo: Demo): Promise<string> {
  const { body } = await demo.request({ method: 'GET', path: hooks })
  return `${hooks}${(body as ResponseItem).results[0]?.uid}/`
}

/** An entry of its log, with this status. */
async function logOf(demo: Demo, status: number): Promise<string> {
  const hook = await firstHook(demo)
  const { body } = await demo.request({ method: 'GET', path: `${hook}logs/?status=${status}&limit=500` })
  return `${hook}logs/${(body as ResponseItem).results.at(-1)?.uid}/`
}

const pause = async (demo: Demo) =>
  demo.request({ method: 'PATCH', path: await firstHook(demo), body: { active: false } })

const toFirstHook =
  (rest = '') =>
  async (demo: Demo) => ({ path: (await firstHook(demo)) + rest })
const users = { CAROL: 'demo' }
const atHousehold = () => ({ path: hooks })

/** REST services. */
export const HOOK_SITUATIONS: Situation[] = [
  ...['1201', '1202', '1205', '1206', '1207', '1209', '1210', '1211'].map((recording) => ({ recording })),
  ...['1203', '1204', '1219', '1220'].map((recording) => ({ recording, request: toFirstHook() })),
  { recording: '1212', request: toFirstHook('logs/?status=2&limit=2') },
  { recording: '1215', request: async (demo) => ({ path: await logOf(demo, 0) }) },
  { recording: '1217', request: toFirstHook('retry/') },
  { recording: '1218', request: toFirstHook('logs/?status=0&start_date=2100-01-01T00:00:00Z') },
  ...['2390', '2391', '2392'].map((recording) => ({ recording, users, request: atHousehold })),
  { recording: '2393', users, request: toFirstHook('logs/?status=3') },
  { recording: '2394', users, request: toFirstHook('logs/?limit=2') },
  { recording: '2395', users, request: toFirstHook('logs/?limit=1') },
  {
    recording: '2396',
    users,
    request: async (demo) => ({ path: `${await logOf(demo, 2)}retry/` }),
  },
  { recording: '2399', users, setUp: pause, request: toFirstHook('retry/') },
  { recording: '2401', users, request: toFirstHook('logs/') },
  { recording: '2402', users, request: toFirstHook('logs/?status=9') },
]
