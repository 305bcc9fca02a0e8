/** A row of a form's sheets as KPI keeps it: its columns vary with the form. */
export interface FormRow {
  [column: string]: unknown
  type?: string
  name?: string
  list_name?: string
  select_from_list_name?: string
  $kuid?: string
  $autoname?: string
  $xpath?: string
  $autovalue?: string
}

/** `content` of an asset [0340]. Parts that a form has nothing for are missing [0344, 0401]. */
export interface FormContent {
  schema: string
  survey: FormRow[]
  choices?: FormRow[]
  settings: Record<string, unknown>
  translations?: (string | null)[]
  translated?: string[]
}

/** A form as given, or the name of one that the seed can write at any time: those need not be kept. */
export type ContentSource = FormContent | { seed: string }

export interface VersionRecord {
  uid: string
  content: ContentSource
  date_modified: string
  /** `null` until deployed; a later redeploy of the same version keeps it [0516]. */
  date_deployed: string | null
}

/** One codename of one person. */
export interface Grant {
  uid: string
  username: string
  codename: string
  /** On `partial_submissions`: MongoDB filters by codename, joined by OR [0614]. */
  partial?: { codename: string; filters: Filter[] }[]
}

export type Filter = Record<string, unknown>

export interface AssetRecord {
  uid: string
  name: string
  owner: string
  asset_type: string
  settings: Record<string, unknown>
  tag_string: string
  date_created: string
  date_modified: string
  date_deployed: string | null
  deployed_version_id: string | null
  active: boolean
  /** Newest first; the first one's content is the asset's. */
  versions: VersionRecord[]
  grants: Grant[]
  last_modified_by: string | null
  created_by: string | null
}

/** What became of a generated submission; or one that was not generated. */
export interface SubmissionChange {
  assetUid: string
  id: number
  deleted?: boolean
  /** `null`: withdrawn. */
  validation?: ValidationRecord | null
  edit?: SubmissionEdit
  copy?: SubmissionCopy
  /** Uids of the attachments that were deleted: their entries stay [0880]. */
  deletedFiles?: string[]
}

/** All that was ever edited of a submission. */
export interface SubmissionEdit {
  /** By their key in the submission, repeats with all their entries; an empty text stands for one removed. */
  answers: Record<string, unknown>
  uuid: string
  deprecated: string
  /** Uids of the attachments that editing their questions lost [2132]. */
  lost?: string[]
  /** Every uuid that it had before, other than the first. */
  former?: string[]
}

/** A duplicate, or what was sent: the whole answer as it was made, and when. */
export interface SubmissionCopy {
  time: number
  submission: Record<string, unknown>
  /** Of the words in which it was sent; a duplicate has none. */
  digest?: string
  /** Digests of the files that came with it, by name. */
  files?: Record<string, string>
  /** Every uuid that it had before it was edited by sending. */
  former?: string[]
}

/** One line of a project's history. */
export interface HistoryRecord {
  assetUid: string
  /** Who did it; `AnonymousUser` where nobody was signed in. */
  username: string
  owner: string
  /** As KPI names it: `view-data`. */
  action: string
  /** What `metadata` says beside what every action says. */
  about: object
  /** Milliseconds since 1970. */
  at: number
}

export interface ValidationRecord {
  timestamp: number
  uid: string
  by_whom: string
  label: string
}

/** An upload on its way. Its state at any moment follows from the time that has passed. */
export interface ImportRecord {
  uid: string
  owner: string
  date_created: string
  /** Milliseconds from `date_created` until the state `processing`, and until it is done. */
  startsAfter: number
  endsAfter: number
  /** What it ends with; the project is made at the first request after that. */
  outcome: { error: string; error_type: string } | ImportedForm
  /** Once carried out: what `messages` shows. */
  messages?: object
}

export interface ImportedForm {
  name: string
  /** Whether the sheet itself gave the name. */
  titled: boolean
  asset_type: string
  content: FormContent
  /** Of the project whose form it replaces. */
  destination?: string
}
