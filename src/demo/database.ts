import type {
  AccountRecord,
  AssetRecord,
  HistoryRecord,
  ImportRecord,
  InviteRecord,
  OrganizationRecord,
  SubmissionChange,
} from './records.ts'
import { isFaultProject, seedAssets } from './seed/assets.ts'
import { seedHistory } from './seed/history.ts'
import { seedInvites } from './seed/invites.ts'
import { seedOrganizations } from './seed/organizations.ts'
import { uidOf } from './seed/random.ts'
import type { Storage } from './storage.ts'

/** The state of the demo server: the seed plus the changes made since. */
export interface Database {
  /** Start of the day that the seed's dates are relative to, in milliseconds since 1970. */
  today(): number
  /** Whether imports take no time. */
  instantImports: boolean
  /** The page that opens in place of web forms. Without one, their addresses lead nowhere. */
  webFormPage: string | undefined
  asset(uid: string): AssetRecord | undefined
  assets(): AssetRecord[]
  saveAsset(asset: AssetRecord): Promise<void>
  deleteAsset(uid: string): Promise<void>
  changesOf(assetUid: string): ReadonlyMap<number, SubmissionChange>
  saveChanges(changes: SubmissionChange[]): Promise<void>
  import(uid: string): ImportRecord | undefined
  imports(): ImportRecord[]
  saveImport(task: ImportRecord): Promise<void>
  /** To take over projects, newest first. */
  invites(): InviteRecord[]
  saveInvite(invite: InviteRecord): Promise<void>
  /** What differs from the seed in an account. */
  account(username: string): AccountRecord
  saveAccount(account: AccountRecord): Promise<void>
  /** Those with several members. */
  organizations(): OrganizationRecord[]
  saveOrganization(organization: OrganizationRecord): Promise<void>
  addHistory(entries: readonly HistoryRecord[]): Promise<void>
  /** The history of a project, oldest first. */
  history(assetUid: string): Promise<HistoryRecord[]>
  /** Loads what other tabs have written since the last call. */
  refresh(): Promise<void>
  /** Deletes all changes. */
  reset(): Promise<void>
}

const DAY = 86_400_000

export interface DatabaseOptions {
  /** Whether imports complete at once, for tests that do not concern the queue. */
  instantImports?: boolean
  webFormPage?: string
  /** Whether the projects about which the server fails exist. */
  hasFaultProjects?: () => boolean
}

export async function openDatabase(
  storage: Storage,
  { instantImports = false, webFormPage, hasFaultProjects = () => true }: DatabaseOptions = {},
): Promise<Database> {
  let today = 0
  let assets = new Map<string, AssetRecord>()
  let changes = new Map<string, Map<number, SubmissionChange>>()
  let imports = new Map<string, ImportRecord>()
  let invites = new Map<string, InviteRecord>()
  let accounts = new Map<string, AccountRecord>()
  let organizations = new Map<string, OrganizationRecord>()

  const applyChange = (change: SubmissionChange) => {
    const changesOfAsset = changes.get(change.assetUid) ?? new Map<number, SubmissionChange>()
    changes.set(change.assetUid, changesOfAsset.set(change.id, change))
  }

  let loadedRevision = 0
  let startedWrites = 0
  let finishedWrites = 0

  async function save(write: Promise<number>) {
    startedWrites += 1
    try {
      const revision = await write
      if (revision === loadedRevision + 1) loadedRevision = revision // otherwise another tab wrote in between
    } finally {
      finishedWrites += 1
    }
  }

  async function load(moment: number) {
    const startedBefore = startedWrites
    const saved = await storage.load()
    if (startedWrites !== startedBefore) return // a newer write is in memory; load on the next request
    loadedRevision = saved.revision
    today = saved.today ?? Math.floor(moment / DAY) * DAY
    if (saved.today === undefined) await storage.saveToday(today)
    assets = new Map(seedAssets(today))
    saved.assets.forEach((asset) => assets.set(asset.uid, asset))
    saved.deletedAssets.forEach((uid) => assets.delete(uid))
    changes = new Map()
    saved.changes.forEach(applyChange)
    imports = new Map(saved.imports.map((task) => [task.uid, task]))
    invites = new Map([...seedInvites(today), ...saved.invites].map((invite) => [invite.uid, invite]))
    accounts = new Map(saved.accounts.map((account) => [account.username, account]))
    organizations = new Map([...seedOrganizations(today), ...saved.organizations].map((one) => [one.id, one]))
  }

  await load(Date.now())
  return {
    instantImports,
    webFormPage,
    today: () => today,
    asset: (uid) => (isFaultProject(uid) && !hasFaultProjects() ? undefined : assets.get(uid)),
    assets: () => {
      const hidesFaultProjects = !hasFaultProjects()
      return [...assets.values()].filter(({ uid }) => !(hidesFaultProjects && isFaultProject(uid)))
    },
    async saveAsset(asset) {
      assets.set(asset.uid, asset)
      await save(storage.saveAsset(asset))
    },
    async deleteAsset(uid) {
      assets.delete(uid)
      await save(storage.deleteAsset(uid))
    },
    changesOf: (assetUid) => changes.get(assetUid) ?? new Map(),
    async saveChanges(next) {
      next.forEach(applyChange)
      await save(storage.saveChanges(next))
    },
    import: (uid) => imports.get(uid),
    imports: () => [...imports.values()],
    async saveImport(task) {
      imports.set(task.uid, task)
      await save(storage.saveImport(task))
    },
    invites: () => [...invites.values()].toSorted((one, other) => (one.date_created < other.date_created ? 1 : -1)),
    async saveInvite(invite) {
      invites.set(invite.uid, invite)
      await save(storage.saveInvite(invite))
    },
    account: (username) => accounts.get(username) ?? { username },
    async saveAccount(account) {
      accounts.set(account.username, account)
      await save(storage.saveAccount(account))
    },
    organizations: () => [...organizations.values()],
    async saveOrganization(organization) {
      organizations.set(organization.id, organization)
      await save(storage.saveOrganization(organization))
    },
    addHistory: (entries) => storage.addHistory(entries),
    history: async (assetUid) => [...seedHistory(assetUid, today), ...(await storage.history(assetUid))],
    async refresh() {
      if (startedWrites === finishedWrites && (await storage.revision()) !== loadedRevision) await load(Date.now())
    },
    async reset() {
      await storage.clear()
      await load(Date.now())
    },
  }
}

/** A new random identifier. The seed's identifiers are always the same. */
export const newUid = (kind: string) => uidOf(kind, Math.random)
