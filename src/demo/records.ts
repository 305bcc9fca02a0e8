import type { FormContent } from '#/lib/xlsform/form-content.ts'

/** A form, or the key of a form that the seed can build at any time, so that it need not be stored. */
export type ContentSource = FormContent | { seed: string }

export interface VersionRecord {
  uid: string
  content: ContentSource
  date_modified: string
  /** `null` until deployed. Deploying the same version again does not change it [0516]. */
  date_deployed: string | null
}

/** One permission of one user. */
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
  /** Newest first. The content of the first is the asset's content. */
  versions: VersionRecord[]
  grants: Grant[]
  /** The media files of the form; missing where there are none. */
  media?: MediaRecord[]
  /** What devices get since the last deployment; missing in a draft. */
  published?: Published
  /** The REST services; missing where they are those of the seed. */
  hooks?: HookRecord[]
  /** What can be added to answers; missing where nothing can. */
  features?: FeatureRecord[]
  /** What was added to submissions, by root uuid, without what the seed added. */
  supplements?: Record<string, SupplementRecord>
  last_modified_by: string | null
  created_by: string | null
  /** Of all users, newest first; missing where there are none. */
  exports?: ExportRecord[]
  /** Newest first; missing where there are none. */
  exportSettings?: ExportSettingRecord[]
}

/** An export. Its state follows from the time that has passed; its file is made when it is asked for. */
export interface ExportRecord {
  uid: string
  username: string
  date_created: string
  /** Milliseconds from `date_created` until the state `processing`, and until it is done. */
  startsAfter: number
  endsAfter: number
  /** As they were sent. */
  settings: Record<string, unknown>
  fileName: string
  lastSubmissionTime: string | null
  /** Why it fails. */
  failure?: { error: string; error_type: string }
}

/** Saved settings of exports. */
export interface ExportSettingRecord {
  uid: string
  name: string
  date_modified: string
  settings: Record<string, unknown>
}

/** One thing that is done with a question: an item of `advanced-features/` [2044]. */
export interface FeatureRecord {
  question_xpath: string
  action: string
  params: FeatureParams
  uid: string
}

export type FeatureParams = readonly (AnalysisQuestion | { language: string })[]

/** A question of an analysis, which is asked about an answer. */
export interface AnalysisQuestion {
  type: string
  uuid: string
  labels: Record<string, string>
  choices?: { uuid: string; labels: Record<string, string> }[]
  options?: { deleted?: boolean }
}

/** What was added to a submission, by question and action, and `_version` [2050]. */
export type SupplementRecord = Record<string, string | Record<string, VersionedValue | Record<string, VersionedValue>>>

/** All versions of a value, newest first. */
export interface VersionedValue {
  _versions: SupplementVersion[]
  _dateCreated: string
  _dateModified: string
}

export interface SupplementVersion {
  _data: { uuid?: string; value?: unknown; language?: string; locale?: string; status?: string }
  _dateCreated: string
  _uuid: string
  _dateAccepted?: string
  verified?: boolean
  _dateVerified?: string
}

/** The name and the files of a form when it was deployed [2284, 2287]. */
export interface Published {
  name: string
  files: { filename: string; hash: string }[]
}

/** A media file of a form, or the address of one [1101, 1103]. */
export interface MediaRecord {
  uid: string
  username: string
  description: string
  date_created: string
  filename: string
  mimetype: string
  hash: string
  /** Base64. */
  content?: string
  redirect_url?: string
}

/** The changes to a seeded submission, or a submission that is not part of the seed (`copy`). */
export interface SubmissionChange {
  assetUid: string
  id: number
  deleted?: boolean
  /** `null`: the status was removed. */
  validation?: ValidationRecord | null
  edit?: SubmissionEdit
  copy?: SubmissionCopy
  /** Uids of deleted attachments. Their entries stay in the submission [0880]. */
  deletedFiles?: string[]
}

/** The sum of all bulk edits of a submission. */
export interface SubmissionEdit {
  /** By key in the submission; a repeat with all its entries. An empty text means that the answer was removed. */
  answers: Record<string, unknown>
  uuid: string
  deprecated: string
  /** Uids of attachments that were lost when their question was edited [2132]. */
  lost?: string[]
  /** Earlier uuids, without the first. */
  former?: string[]
}

/** A submission that is not part of the seed: a duplicate, or one that was sent. Holds the whole submission. */
export interface SubmissionCopy {
  time: number
  submission: Record<string, unknown>
  /** Digest of the body that was sent; missing for a duplicate. */
  digest?: string
  /** Digests of its files, by file name. */
  files?: Record<string, string>
  /** Earlier uuids, before it was edited by sending it again. */
  former?: string[]
}

/** One entry of a project's history. */
export interface HistoryRecord {
  assetUid: string
  /** `AnonymousUser` when nobody was signed in. */
  username: string
  owner: string
  /** KPI's name, such as `view-data`. */
  action: string
  /** What `metadata` contains in addition to the common keys. */
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

/** An import. Its state follows from the time that has passed. */
export interface ImportRecord {
  uid: string
  owner: string
  date_created: string
  /** Milliseconds from `date_created` until the state `processing`, and until it is done. */
  startsAfter: number
  endsAfter: number
  /** The result. The project is created at the first request after the import has ended. */
  outcome: { error: string; error_type: string } | ImportedForm
  /** The `messages` of the finished import. */
  messages?: object
}

export interface ImportedForm {
  name: string
  /** Whether the settings sheet contains the name (`form_title`). */
  titled: boolean
  asset_type: string
  content: FormContent
  /** Uid of the project whose form is replaced. */
  destination?: string
}

/** What differs from the seed in an account. */
export interface AccountRecord {
  username: string
  first_name?: string
  last_name?: string
  details?: Record<string, unknown>
  /** The API key; `null` if it was deleted. */
  key?: string | null
  /** Whether the account was removed from an organization, and has not got one of its own yet. */
  lacksOrganization?: boolean
}

/** An organization with several members. */
export interface OrganizationRecord {
  id: string
  name: string
  website: string
  organization_type: string
  created: string
  owner: string
  members: { username: string; role: 'admin' | 'member'; joined: string }[]
  invites: OrganizationInviteRecord[]
}

/** An invite to join an organization [2326]. */
export interface OrganizationInviteRecord {
  guid: string
  invited_by: string
  /** A username, or an email address. */
  invitee: string
  role: 'admin' | 'member'
  status: 'pending' | 'accepted' | 'declined' | 'cancelled'
  created: string
  modified: string
}

/** An invite to take over projects [1360]. */
export interface InviteRecord {
  uid: string
  sender: string
  recipient: string
  status: 'pending' | 'in_progress' | 'complete' | 'declined' | 'cancelled'
  date_created: string
  date_modified: string
  transfers: { uid: string; assetUid: string }[]
}

/** A REST service with its log [1201]. */
export interface HookRecord {
  uid: string
  name: string
  endpoint: string
  active: boolean
  export_type: string
  auth_level: string
  email_notification: boolean
  settings: Record<string, unknown>
  subset_fields: string[]
  payload_template: string | null
  date_modified: string
  /** Oldest first. */
  logs: HookLogRecord[]
}

/** The last attempt to forward a submission [1212]. */
export interface HookLogRecord {
  uid: string
  submission_id: number
  tries: number
  /** 0 failed, 1 pending, 2 success, 3 processing. */
  status: 0 | 1 | 2 | 3
  status_code: number | null
  message: string
  date_modified: string
  /** It counts as pending until then, in milliseconds since 1970. */
  settlesAt?: number
}

/** A sign-in, or a request with a key. */
export interface AccessRecord {
  username: string
  /** KPI's `auth_type`; `submission` for what is grouped. */
  type: string
  /** Milliseconds since 1970. */
  at: number
  source: string
  address: string
  failed?: boolean
}
