import type { AssetRecord, HistoryRecord, ImportRecord, SubmissionChange } from './records.ts'
import { seedAssets } from './seed/assets.ts'
import { uidOf } from './seed/random.ts'
import type { Storage } from './storage.ts'

/** The state of the demo server: the seed, and over it what was changed since. */
export interface Database {
  /** What the seed's dates are counted from. */
  today(): number
  asset(uid: string): AssetRecord | undefined
  assets(): AssetRecord[]
  saveAsset(asset: AssetRecord): Promise<void>
  deleteAsset(uid: string): Promise<void>
  changesOf(assetUid: string): ReadonlyMap<number, SubmissionChange>
  saveChanges(changes: SubmissionChange[]): Promise<void>
  import(uid: string): ImportRecord | undefined
  imports(): ImportRecord[]
  saveImport(task: ImportRecord): Promise<void>
  addHistory(entry: HistoryRecord): Promise<void>
  /** What was done to a project, oldest first. */
  history(assetUid: string): Promise<HistoryRecord[]>
  /** Takes over what other tabs have written since. */
  catchUp(): Promise<void>
  /** Back to the seed. */
  reset(): Promise<void>
}

const DAY = 86_400_000

export async function openDatabase(storage: Storage, now = Date.now()): Promise<Database> {
  let today = 0
  let assets = new Map<string, AssetRecord>()
  let changes = new Map<string, Map<number, SubmissionChange>>()
  let imports = new Map<string, ImportRecord>()

  const remember = (change: SubmissionChange) => {
    const ofAsset = changes.get(change.assetUid) ?? new Map<number, SubmissionChange>()
    changes.set(change.assetUid, ofAsset.set(change.id, change))
  }

  let seen = 0
  let begun = 0
  let ended = 0

  async function save(write: Promise<number>) {
    begun += 1
    try {
      const revision = await write
      if (revision === seen + 1) seen = revision // else another tab wrote in between
    } finally {
      ended += 1
    }
  }

  async function load(moment: number) {
    const begunBefore = begun
    const saved = await storage.load()
    if (begun !== begunBefore) return // something newer stands here already: next time
    seen = saved.revision
    today = saved.today ?? Math.floor(moment / DAY) * DAY
    if (saved.today === undefined) await storage.saveToday(today)
    assets = new Map([...seedAssets(today), ...saved.assets].map((asset) => [asset.uid, asset]))
    saved.deletedAssets.forEach((uid) => assets.delete(uid))
    changes = new Map()
    saved.changes.forEach(remember)
    imports = new Map(saved.imports.map((task) => [task.uid, task]))
  }

  await load(now)
  return {
    today: () => today,
    asset: (uid) => assets.get(uid),
    assets: () => [...assets.values()],
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
      next.forEach(remember)
      await save(storage.saveChanges(next))
    },
    import: (uid) => imports.get(uid),
    imports: () => [...imports.values()],
    async saveImport(task) {
      imports.set(task.uid, task)
      await save(storage.saveImport(task))
    },
    addHistory: (entry) => storage.addHistory(entry),
    history: (assetUid) => storage.history(assetUid),
    async catchUp() {
      if (begun === ended && (await storage.revision()) !== seen) await load(Date.now())
    },
    async reset() {
      await storage.clear()
      await load(Date.now())
    },
  }
}

/** A new identifier, unlike the seed's never the same twice. */
export const newUid = (kind: string) => uidOf(kind, Math.random)
