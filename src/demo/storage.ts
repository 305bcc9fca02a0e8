import { type DBSchema, type IDBPTransaction, openDB } from 'idb'
import type { AssetRecord, HistoryRecord, ImportRecord, SubmissionChange } from './records.ts'

/** All that is kept: what differs from the seed. */
interface Saved {
  /** The first moment of the day on which the demo was first opened: what the seed's dates are counted from. */
  today: number | undefined
  assets: AssetRecord[]
  deletedAssets: string[]
  changes: SubmissionChange[]
  imports: ImportRecord[]
  /** How many writes this holds. */
  revision: number
}

/** Where a demo keeps what was changed. Each write gives the revision it made; other tabs write there too. */
export interface Storage {
  load(): Promise<Saved>
  revision(): Promise<number>
  saveToday(today: number): Promise<void>
  saveAsset(asset: AssetRecord): Promise<number>
  deleteAsset(uid: string): Promise<number>
  saveChanges(changes: SubmissionChange[]): Promise<number>
  saveImport(task: ImportRecord): Promise<number>
  /** Makes no revision: each reading of submissions writes here, and no other tab need read all again for it. */
  addHistory(entry: HistoryRecord): Promise<void>
  /** Oldest first. */
  history(assetUid: string): Promise<HistoryRecord[]>
  clear(): Promise<void>
}

/** Forgets all when the page is closed. */
export const memoryStorage = (history: HistoryRecord[] = []): Storage => ({
  load: async () => ({ today: undefined, assets: [], deletedAssets: [], changes: [], imports: [], revision: 0 }),
  revision: async () => 0,
  saveToday: async () => {},
  saveAsset: async () => 0,
  deleteAsset: async () => 0,
  saveChanges: async () => 0,
  saveImport: async () => 0,
  addHistory: async (entry) => void history.push(entry),
  history: async (uid) => history.filter(({ assetUid }) => assetUid === uid),
  clear: async () => void history.splice(0),
})

interface Schema extends DBSchema {
  days: { key: string; value: number }
  assets: { key: string; value: AssetRecord }
  deletedAssets: { key: string; value: true }
  changes: { key: [assetUid: string, id: number]; value: SubmissionChange }
  imports: { key: string; value: ImportRecord }
  history: { key: number; value: HistoryRecord; indexes: { assetUid: string } }
  revisions: { key: string; value: number }
}

const KEPT = ['days', 'assets', 'deletedAssets', 'changes', 'imports', 'history'] as const
const STORES = [...KEPT, 'revisions'] as const
type Write = IDBPTransaction<Schema, typeof STORES, 'readwrite'>

export async function indexedDbStorage(): Promise<Storage> {
  const db = await openDB<Schema>('fieldboard-demo', 3, {
    upgrade(upgraded, version) {
      if (version < 1) {
        upgraded.createObjectStore('days')
        upgraded.createObjectStore('assets', { keyPath: 'uid' })
        upgraded.createObjectStore('deletedAssets')
        upgraded.createObjectStore('changes', { keyPath: ['assetUid', 'id'] })
        upgraded.createObjectStore('imports', { keyPath: 'uid' })
      }
      if (version < 2) upgraded.createObjectStore('revisions')
      upgraded.createObjectStore('history', { autoIncrement: true }).createIndex('assetUid', 'assetUid')
    },
  })
  const revision = async () => (await db.get('revisions', 'last')) ?? 0

  /** Writes and counts the write, all or nothing. */
  async function write(put: (transaction: Write) => Promise<unknown>[]) {
    const transaction = db.transaction(STORES, 'readwrite')
    const revisions = transaction.objectStore('revisions')
    const next = ((await revisions.get('last')) ?? 0) + 1
    await Promise.all([...put(transaction), revisions.put(next, 'last'), transaction.done])
    return next
  }

  return {
    async load() {
      const known = await revision() // read first: what is written meanwhile counts as not yet known
      const [today, assets, deletedAssets, changes, imports] = await Promise.all([
        db.get('days', 'today'),
        db.getAll('assets'),
        db.getAllKeys('deletedAssets'),
        db.getAll('changes'),
        db.getAll('imports'),
      ])
      return { today, assets, deletedAssets, changes, imports, revision: known }
    },
    revision,
    saveToday: async (today) => void (await db.put('days', today, 'today')),
    saveAsset: (asset) => write((kept) => [kept.objectStore('assets').put(asset)]),
    deleteAsset: (uid) =>
      write((kept) => [kept.objectStore('assets').delete(uid), kept.objectStore('deletedAssets').put(true, uid)]),
    saveChanges: (changes) => write((kept) => changes.map((change) => kept.objectStore('changes').put(change))),
    saveImport: (task) => write((kept) => [kept.objectStore('imports').put(task)]),
    addHistory: async (entry) => void (await db.add('history', entry)),
    history: (assetUid) => db.getAllFromIndex('history', 'assetUid', assetUid),
    // Emptied, not deleted: deleting would wait for other tabs that have it open.
    async clear() {
      await write((kept) => KEPT.map((store) => kept.objectStore(store).clear()))
    },
  }
}
