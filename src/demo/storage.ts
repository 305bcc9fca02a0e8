import { type DBSchema, type IDBPTransaction, openDB } from 'idb'
import type {
  AccountRecord,
  AssetRecord,
  HistoryRecord,
  ImportRecord,
  InviteRecord,
  OrganizationRecord,
  SubmissionChange,
} from './records.ts'

/** The stored state: the differences from the seed. */
interface SavedState {
  /**
   * Start of the day on which the demo was first opened, in milliseconds since 1970. The seed's dates are relative to
   * it.
   */
  today: number | undefined
  assets: AssetRecord[]
  deletedAssets: string[]
  changes: SubmissionChange[]
  imports: ImportRecord[]
  invites: InviteRecord[]
  accounts: AccountRecord[]
  organizations: OrganizationRecord[]
  /** Number of writes so far. */
  revision: number
}

/** Stores the changes. Each write returns its revision number; other tabs write to the same storage. */
export interface Storage {
  load(): Promise<SavedState>
  revision(): Promise<number>
  saveToday(today: number): Promise<void>
  saveAsset(asset: AssetRecord): Promise<number>
  deleteAsset(uid: string): Promise<number>
  saveChanges(changes: SubmissionChange[]): Promise<number>
  saveImport(task: ImportRecord): Promise<number>
  saveInvite(invite: InviteRecord): Promise<number>
  saveAccount(account: AccountRecord): Promise<number>
  saveOrganization(organization: OrganizationRecord): Promise<number>
  /**
   * Does not count as a revision: every request for submissions adds an entry, and other tabs need not reload for it.
   */
  addHistory(entries: readonly HistoryRecord[]): Promise<void>
  /** Oldest first. */
  history(assetUid: string): Promise<HistoryRecord[]>
  /** Deletes the changes, but not the API keys of accounts: connections use them. */
  clear(): Promise<void>
}

/** Storage in memory, lost when the page is closed. */
export const memoryStorage = (history: HistoryRecord[] = []): Storage => ({
  load: async () => ({
    today: undefined,
    assets: [],
    deletedAssets: [],
    changes: [],
    imports: [],
    invites: [],
    accounts: [],
    organizations: [],
    revision: 0,
  }),
  revision: async () => 0,
  saveToday: async () => {},
  saveAsset: async () => 0,
  deleteAsset: async () => 0,
  saveChanges: async () => 0,
  saveImport: async () => 0,
  saveInvite: async () => 0,
  saveAccount: async () => 0,
  saveOrganization: async () => 0,
  addHistory: async (entries) => void history.push(...entries),
  history: async (uid) => history.filter(({ assetUid }) => assetUid === uid),
  clear: async () => void history.splice(0),
})

interface Schema extends DBSchema {
  days: { key: string; value: number }
  assets: { key: string; value: AssetRecord }
  deletedAssets: { key: string; value: true }
  changes: { key: [assetUid: string, id: number]; value: SubmissionChange }
  imports: { key: string; value: ImportRecord }
  invites: { key: string; value: InviteRecord }
  accounts: { key: string; value: AccountRecord }
  organizations: { key: string; value: OrganizationRecord }
  history: { key: number; value: HistoryRecord; indexes: { assetUid: string } }
  revisions: { key: string; value: number }
}

const DATA_STORES = [
  'days',
  'assets',
  'deletedAssets',
  'changes',
  'imports',
  'invites',
  'history',
  'accounts',
  'organizations',
] as const
const STORES = [...DATA_STORES, 'revisions'] as const
type WriteTransaction = IDBPTransaction<Schema, typeof STORES, 'readwrite'>

export async function indexedDbStorage(): Promise<Storage> {
  const db = await openDB<Schema>('fieldboard-demo', 5, {
    upgrade(upgraded, version) {
      if (version < 1) {
        upgraded.createObjectStore('days')
        upgraded.createObjectStore('assets', { keyPath: 'uid' })
        upgraded.createObjectStore('deletedAssets')
        upgraded.createObjectStore('changes', { keyPath: ['assetUid', 'id'] })
        upgraded.createObjectStore('imports', { keyPath: 'uid' })
      }
      if (version < 2) upgraded.createObjectStore('revisions')
      if (version < 3) {
        upgraded.createObjectStore('history', { autoIncrement: true }).createIndex('assetUid', 'assetUid')
      }
      if (version < 4) upgraded.createObjectStore('invites', { keyPath: 'uid' })
      upgraded.createObjectStore('accounts', { keyPath: 'username' })
      upgraded.createObjectStore('organizations', { keyPath: 'id' })
    },
  })
  const revision = async () => (await db.get('revisions', 'last')) ?? 0

  /** Writes and increments the revision in one transaction. */
  async function write(put: (transaction: WriteTransaction) => Promise<unknown>[]) {
    const transaction = db.transaction(STORES, 'readwrite')
    const revisions = transaction.objectStore('revisions')
    const next = ((await revisions.get('last')) ?? 0) + 1
    await Promise.all([...put(transaction), revisions.put(next, 'last'), transaction.done])
    return next
  }

  return {
    async load() {
      const savedRevision = await revision() // read first, so that a write during loading counts as not loaded
      const [today, assets, deletedAssets, changes, imports, invites, accounts, organizations] = await Promise.all([
        db.get('days', 'today'),
        db.getAll('assets'),
        db.getAllKeys('deletedAssets'),
        db.getAll('changes'),
        db.getAll('imports'),
        db.getAll('invites'),
        db.getAll('accounts'),
        db.getAll('organizations'),
      ])
      const saved = { today, assets, deletedAssets, changes, imports, invites, accounts, organizations }
      return { ...saved, revision: savedRevision }
    },
    revision,
    saveToday: async (today) => void (await db.put('days', today, 'today')),
    saveAsset: (asset) => write((transaction) => [transaction.objectStore('assets').put(asset)]),
    deleteAsset: (uid) =>
      write((transaction) => [
        transaction.objectStore('assets').delete(uid),
        transaction.objectStore('deletedAssets').put(true, uid),
      ]),
    saveChanges: (changes) =>
      write((transaction) => changes.map((change) => transaction.objectStore('changes').put(change))),
    saveImport: (task) => write((transaction) => [transaction.objectStore('imports').put(task)]),
    saveInvite: (invite) => write((transaction) => [transaction.objectStore('invites').put(invite)]),
    saveAccount: (account) => write((transaction) => [transaction.objectStore('accounts').put(account)]),
    saveOrganization: (organization) =>
      write((transaction) => [transaction.objectStore('organizations').put(organization)]),
    async addHistory(entries) {
      const transaction = db.transaction('history', 'readwrite')
      await Promise.all([...entries.map((entry) => transaction.store.add(entry)), transaction.done])
    },
    history: (assetUid) => db.getAllFromIndex('history', 'assetUid', assetUid),
    // Cleared, not deleted: deleting the database would wait for other tabs that have it open.
    async clear() {
      const keys = (await db.getAll('accounts')).filter(({ key }) => key !== undefined)
      await write((transaction) => [
        ...DATA_STORES.map((store) => transaction.objectStore(store).clear()),
        ...keys.map(({ username, key }) => transaction.objectStore('accounts').put({ username, key: key ?? null })),
      ])
    },
  }
}
