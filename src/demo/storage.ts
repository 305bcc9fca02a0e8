import { type DBSchema, openDB } from 'idb'
import type { AssetRecord, ImportRecord, SubmissionChange } from './records.ts'

/** All that is kept: what differs from the seed. */
interface Saved {
  /** The first moment of the day on which the demo was first opened: what the seed's dates are counted from. */
  today: number | undefined
  assets: AssetRecord[]
  deletedAssets: string[]
  changes: SubmissionChange[]
  imports: ImportRecord[]
}

/** Where a demo keeps what was changed. */
export interface Storage {
  load(): Promise<Saved>
  saveToday(today: number): Promise<void>
  saveAsset(asset: AssetRecord): Promise<void>
  deleteAsset(uid: string): Promise<void>
  saveChanges(changes: SubmissionChange[]): Promise<void>
  saveImport(task: ImportRecord): Promise<void>
  clear(): Promise<void>
}

/** Forgets all when the page is closed. */
export const memoryStorage = (): Storage => ({
  load: async () => ({ today: undefined, assets: [], deletedAssets: [], changes: [], imports: [] }),
  saveToday: async () => {},
  saveAsset: async () => {},
  deleteAsset: async () => {},
  saveChanges: async () => {},
  saveImport: async () => {},
  clear: async () => {},
})

interface Schema extends DBSchema {
  days: { key: string; value: number }
  assets: { key: string; value: AssetRecord }
  deletedAssets: { key: string; value: true }
  changes: { key: [assetUid: string, id: number]; value: SubmissionChange }
  imports: { key: string; value: ImportRecord }
}

const STORES = ['days', 'assets', 'deletedAssets', 'changes', 'imports'] as const

export async function indexedDbStorage(): Promise<Storage> {
  const db = await openDB<Schema>('fieldboard-demo', 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('days')
      upgraded.createObjectStore('assets', { keyPath: 'uid' })
      upgraded.createObjectStore('deletedAssets')
      upgraded.createObjectStore('changes', { keyPath: ['assetUid', 'id'] })
      upgraded.createObjectStore('imports', { keyPath: 'uid' })
    },
  })
  return {
    async load() {
      const [today, assets, deletedAssets, changes, imports] = await Promise.all([
        db.get('days', 'today'),
        db.getAll('assets'),
        db.getAllKeys('deletedAssets'),
        db.getAll('changes'),
        db.getAll('imports'),
      ])
      return { today, assets, deletedAssets, changes, imports }
    },
    saveToday: async (today) => void (await db.put('days', today, 'today')),
    saveAsset: async (asset) => void (await db.put('assets', asset)),
    async deleteAsset(uid) {
      await Promise.all([db.delete('assets', uid), db.put('deletedAssets', true, uid)])
    },
    async saveChanges(changes) {
      const transaction = db.transaction('changes', 'readwrite')
      await Promise.all([...changes.map((change) => transaction.store.put(change)), transaction.done])
    },
    saveImport: async (task) => void (await db.put('imports', task)),
    // Emptied, not deleted: deleting would wait for other tabs that have it open.
    async clear() {
      await Promise.all(STORES.map((store) => db.clear(store)))
    },
  }
}
