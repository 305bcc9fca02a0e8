import { setTransport, type Transport } from '#/api/client.ts'
import { signInWithPassword } from '#/api/kpi/session/sign-in.ts'
import { type Account, accountOf, anonymousOf } from './account.ts'
import { guarded, type MadeAssets } from './guard.ts'
import type { Lab, Project, SharedProject } from './lab.ts'
import { draftProject, rulesProject, scratchProject, sharedProject, tableProject } from './projects.ts'

interface LabOptions {
  /** Base address of KPI without a trailing slash. */
  server: string
  transport: Transport
  /** Usernames with passwords. */
  me: readonly [username: string, password: string]
  other?: readonly [username: string, password: string] | undefined
  isDemo: boolean
  signal: AbortSignal
}

const PROJECTS: Record<SharedProject, (lab: Lab) => Promise<Project>> = {
  table: tableProject,
  scratch: scratchProject,
  shared: sharedProject,
  rules: rulesProject,
  draft: draftProject,
}

/** Signs in with each account. @throws SignInError */
export async function openLab({ server, transport, me, other, isDemo, signal }: LabOptions): Promise<Lab> {
  const made: MadeAssets = new Map()
  const safe = guarded(transport, made)
  setTransport(new URL(server).origin, safe)
  const open = async ([username, password]: readonly [string, string]) =>
    accountOf(await signInWithPassword(server, username, password), safe)
  const mine = await open(me)
  const others = other && (await open(other))
  const projects = new Map<SharedProject, Promise<Project>>()

  const lab: Lab = {
    server,
    isDemo,
    signal,
    me: mine,
    get other() {
      if (!others) throw new Error('A fact asks for a second account without declaring that it needs one')
      return others
    },
    hasOther: others !== undefined,
    anonymous: anonymousOf(server, safe),
    made,
    project: (name) => {
      const known = projects.get(name)
      if (known) return known
      const project = PROJECTS[name](lab)
      projects.set(name, project)
      return project
    },
    cleanUp: () => deleteAll(made, others ? [mine, others] : [mine]),
  }
  return lab
}

async function deleteAll(made: MadeAssets, accounts: readonly Account[]): Promise<string[]> {
  const left: string[] = []
  for (const uid of made.keys()) {
    let reason = ''
    for (const account of accounts) {
      // Gone, or the other account's by a transfer.
      const { status } = await account
        .ask('DELETE', `api/v2/assets/${uid}/`)
        .catch((error: unknown) => ({ status: String(error) }))
      reason = `${status}`
      if (status === 204) break
    }
    if (reason !== '204' && reason !== '404') left.push(`${uid} (${reason})`)
    else made.delete(uid)
  }
  return left
}
