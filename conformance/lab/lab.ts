import type { Account } from './account.ts'
import type { MadeAssets } from './guard.ts'

export type SharedProject = 'table' | 'scratch' | 'shared' | 'rules' | 'draft'

/** A project that the run made. */
export interface Project {
  uid: string
  /** `api/v2/assets/<uid>/` */
  path: string
  /** The rows that it was given, in their order. */
  rows: readonly Row[]
}

export interface Row {
  id: number
  /** The root uuid, without `uuid:`. */
  uuid: string
}

/** A server, the accounts that ask it, and the projects that the run made on it. */
export interface Lab {
  server: string
  isDemo: boolean
  /** Aborted when the run is to end early. */
  signal: AbortSignal
  me: Account
  /** The second account. Facts that ask for it declare `needs: 'other'`. */
  other: Account
  hasOther: boolean
  anonymous: Pick<Account, 'ask'>
  made: MadeAssets
  /**
   * Projects that facts share, made when first asked for. `table`: deployed twice, with rows, for reading only.
   * `scratch`: deployed, for facts that write into rows of their own. `shared`: deployed, for facts about permissions,
   * which leave it shared with nobody. `rules`: the same for access to
   * some rows. `draft`: never deployed.
   */
  project: (name: SharedProject) => Promise<Project>
  /** Deletes what the run made. Returns what could not be deleted, with the reason. */
  cleanUp: () => Promise<string[]>
}
