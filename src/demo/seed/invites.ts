import type { InviteRecord } from '#/demo/records.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { randomOf, uidOf } from './random.ts'

const DAY = 86_400_000

/** p.lefevre offers the project that the demo user manages already. */
export function seedInvites(today: number): InviteRecord[] {
  const random = randomOf('invite', 'p.lefevre')
  const moment = new Date(today - 2 * DAY).toISOString().replace(/\.\d+Z$/, 'Z')
  return [
    {
      uid: uidOf('poi', random),
      sender: 'p.lefevre',
      recipient: 'demo',
      status: 'pending',
      date_created: moment,
      date_modified: moment,
      transfers: [{ uid: uidOf('pot', random), assetUid: DEMO_PROJECTS.questionsChanged.uid }],
    },
  ]
}
