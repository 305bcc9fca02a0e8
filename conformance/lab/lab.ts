import type { Account } from './account.ts'
import type { CreatedAssets } from './guard.ts'

export type SharedProject = 'table' | 'scratch' | 'shared' | 'rules' | 'draft'

/** A project that the run created. */
export interface Project {
  uid: string
  /** `api/v2/assets/<uid>/` */
  path: string
  /** Its rows, in the order in which they were sent. */
  rows: readonly Row[]
}

export interface Row {
  id: number
  /** The root uuid, without `uuid:`. */
  uuid: string
}

/** The server under test, the accounts that use it, and the projects that the run created on it. */
export interface Lab {
  server: string
  isDemo: boolean
  /** Aborted to end the run early. */
  signal: AbortSignal
  me: Account
  /** The second account. Facts that use it declare `needs: 'other'`. */
  other: Account
  hasOther: boolean
  anonymous: Pick<Account, 'request'>
  created: CreatedAssets
  /**
   * Projects that several facts use, created on first use. `table`: two versions, with rows, read only. `scratch`:
   * deployed, for facts that add rows of their own. `shared`: deployed, for facts about permissions; not shared with
   * anyone between facts. `rules`: the same for partial permissions. `draft`: never deployed.
   */
  project: (name: SharedProject) => Promise<Project>
  /** Deletes what the run created. Returns what could not be deleted, with the reason. */
  cleanUp: () => Promise<string[]>
}
