import { household, type Situation } from './demo-situation.ts'
import type { Demo } from './demo.ts'

const users = { CAROL: 'demo', DAVE: 'yusuf' }

/** Sends requests that add entries to the history. */
async function addHistory(demo: Demo) {
  await demo.request({ method: 'GET', path: `${household}data/?limit=1` })
  await demo.request({ user: 'yusuf', method: 'GET', path: `${household}data/?limit=2&fields=["_id"]` })
  await demo.request({ method: 'PATCH', path: household, body: { settings: { fieldboard: { v: 1 } } } })
  await demo.request({ method: 'PATCH', path: `${household}deployment/`, body: {} })
}

/** The history of a project. */
export const HISTORY_SITUATIONS: Situation[] = [
  { recording: '0363', setUp: addHistory },
  { recording: '0364', setUp: addHistory },
  { recording: '0365' },
  { recording: '1356', setUp: addHistory },
  ...['2001', '2002', '2004', '2005', '2029'].map((recording) => ({ recording, users, setUp: addHistory })),
  { recording: '2007', users },
]
