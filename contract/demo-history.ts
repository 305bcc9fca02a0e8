import { household, type Situation } from './demo-asking.ts'
import type { World } from './demo-world.ts'

const cast = { CAROL: 'demo', DAVE: 'yusuf' }

/** Some reading and writing that leaves lines in the history. */
async function something(world: World) {
  await world.ask({ method: 'GET', path: `${household}data/?limit=1` })
  await world.ask({ as: 'yusuf', method: 'GET', path: `${household}data/?limit=2&fields=["_id"]` })
  await world.ask({ method: 'PATCH', path: household, body: { settings: { fieldboard: { v: 1 } } } })
  await world.ask({ method: 'PATCH', path: `${household}deployment/`, body: {} })
}

/** What is written down of a project. */
export const ABOUT_HISTORY: Situation[] = [
  { recording: '0363', before: something },
  { recording: '0364', before: something },
  { recording: '0365' },
  { recording: '1356', before: something },
  ...['2001', '2002', '2004', '2005', '2029'].map((recording) => ({ recording, cast, before: something })),
  { recording: '2007', cast },
]
