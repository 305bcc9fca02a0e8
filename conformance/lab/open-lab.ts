import { setTransport, type Transport } from '#/api/client.ts'
import { signInWithPassword } from '#/api/kpi/session/sign-in.ts'
import { type Account, accountOf, anonymousOf } from './account.ts'
import { type CreatedAssets, withWriteGuard } from './guard.ts'
import type { Lab, Project, SharedProject } from './lab.ts'
import { draftProject, rulesProject, scratchProject, sharedProject, tableProject } from './projects.ts'

interface LabOptions {
  /** Base URL of KPI, without a slash at the end. */
  server: string
  transport: Transport
  /** Username and password. */
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

/**
 * Signs in with each account.
 * @throws SignInError
 */
export async function openLab({ server, transport, me, other, isDemo, signal }: LabOptions): Promise<Lab> {
  const created: CreatedAssets = new Map()
  const guardedTransport = withWriteGuard(transport, created)
  setTransport(new URL(server).origin, guardedTransport)
  const signIn = async ([username, password]: readonly [string, string]) =>
    accountOf(await signInWithPassword(server, username, password), guardedTransport)
  const myAccount = await signIn(me)
  const otherAccount = other && (await signIn(other))
  const projects = new Map<SharedProject, Promise<Project>>()

  const lab: Lab = {
    server,
    isDemo,
    signal,
    me: myAccount,
    get other() {
      if (!otherAccount) throw new Error('A fact uses the second account without declaring that it needs one')
      return otherAccount
    },
    hasOther: otherAccount !== undefined,
    anonymous: anonymousOf(server, guardedTransport),
    created,
    project: (name) => {
      const existing = projects.get(name)
      if (existing) return existing
      const project = PROJECTS[name](lab)
      projects.set(name, project)
      return project
    },
    cleanUp: () => deleteAll(created, otherAccount ? [myAccount, otherAccount] : [myAccount]),
  }
  return lab
}

async function deleteAll(created: CreatedAssets, accounts: readonly Account[]): Promise<string[]> {
  const remaining: string[] = []
  for (const uid of created.keys()) {
    let reason = ''
    for (const account of accounts) {
      // The asset may be deleted already, or belong to the other account after a transfer.
      const { status } = await account
        .request('DELETE', `api/v2/assets/${uid}/`)
        .catch((error: unknown) => ({ status: String(error) }))
      reason = `${status}`
      if (status === 204) break
    }
    if (reason !== '204' && reason !== '404') remaining.push(`${uid} (${reason})`)
    else created.delete(uid)
  }
  return remaining
}
