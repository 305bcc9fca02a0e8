import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

type Def = z.core.$ZodTypes['_zod']['def']
type AnySchema = z.core.$ZodType

/** Keys without which an item means nothing here, or would be shown or written wrongly. `Schema.path`, by reason. */
const RELIED_ON: Record<string, string> = {
  // asked for, named in addresses, or compared
  'AssetListItem.uid': 'its address',
  'AssetListItem.name': 'typed to confirm a deletion',
  'AssetListItem.owner__username': 'who may do everything; access is reckoned from it',
  'AssetListItem.version_id': 'what would be deployed; an empty one reads as a collection',
  'AssetListItem.deployed_version_id': 'an empty one reads as never deployed',
  'AssetListItem.deployment_status': 'decides which actions are offered',
  'AssetListItem.deployment__submission_count': 'how many submissions are deleted along with the project',
  'AssetListItem.permissions': 'access must not be understated',
  'Asset.content': 'what the project asks: an empty form in its place would be a lie',
  'Asset.effective_permissions': 'what one may do',
  'AssetCounts.deployed_count': 'is all that the answer says',
  'AssetCounts.archived_count': 'is all that the answer says',
  'AssetCounts.draft_count': 'is all that the answer says',
  'SubmissionCounts.daily_submission_counts': 'is all that the answer says',
  'BulkDetail.detail': 'is all that the answer says',
  'Deployment.asset': 'the project afterwards',
  'EnketoLink.url': 'is all that the answer says',
  'FormContent.survey': 'an empty form in its place would be a lie',
  'FormContent.choices': 'answers would be called wrong',
  'StartedImport.uid': 'asked for afterwards',
  'ImportTask.uid': 'asked for afterwards',
  'ImportTask.status': 'tells success from failure',
  'ImportTask.messages': 'says which projects were made, or why none',
  'PermissionAssignment.url': 'is deleted by it',
  'PermissionAssignment.user': 'whose it is',
  'PermissionAssignment.permission': 'what it allows',
  'PermissionAssignment.partial_permissions': 'what it reaches; written back with other changes',
  'Me.username': 'whose account it is',
  'Account.username': 'whose account it is',
  'Account.extra_details': 'an empty profile in its place would be a lie',
  'TokenResponse.token': 'is the only field of the response',
  'TokenGrant.access_token': 'is all that the answer says',
  'Submission._id': 'its address, and how it is chosen for writing',
  'Submission._uuid': 'tells whether somebody edited it meanwhile',
  'Submission._validation_status': 'a status must never be taken for none',
  'ValidationStatus.uid': 'a status must never be taken for none',
  'ValidationStatus.timestamp': 'part of a status',
  'ValidationStatus.by_whom': 'part of a status',
  'BulkEditResult.successes': 'what became of a write',
  'BulkEditResult.results': 'what became of a write',
  'BulkEditResult.results.status_code': 'what became of a write',
  'User.username': 'is all that the answer says',
  'Version.uid': 'asked for, and compared with what is deployed',
  'Version.content_hash': 'tells versions apart',
  'VersionDetail.content': 'is all that is asked for',
  'HistoryEntry.action': 'what was done',
  'HistoryEntry.username': 'who did it: a missing name must not be taken for a deleted account',
  'HistoryEntry.date_created': 'when it was done',
  'HistoryActions.actions': 'is all that the answer says',
  'AccessLog.action': 'what was done',
  'AccessLog.username': 'whose it is',
  'AccessLog.date_created': 'when it was done',
  'Environment.sector_choices': 'an empty list would say that there is nothing to choose',
  'Environment.country_choices': 'an empty list would say that there is nothing to choose',
  'Environment.project_metadata_fields': 'which fields the server requires',
  'Environment.user_metadata_fields': 'which fields a profile has',
  'Environment.project_metadata_fields.name': 'which field it is',
  'Environment.user_metadata_fields.name': 'which field it is',
  'CollectServer.open_rosa_server': 'is all that is asked for',
  'ExportOptions.type': 'written back with other changes',
  'ExportOptions.lang': 'written back with other changes',
  'ExportOptions.group_sep': 'written back with other changes',
  'ExportOptions.multiple_select': 'written back with other changes',
  'ExportOptions.hierarchy_in_labels': 'written back with other changes',
  'ExportOptions.fields_from_all_versions': 'written back with other changes',
  'Export.uid': 'asked for afterwards',
  'Export.url': 'is deleted by it',
  'Export.status': 'tells success from failure',
  'Export.result': 'where the file is',
  'Export.data': 'what the file contains',
  'ExportSetting.uid': 'is changed and deleted by it',
  'ExportSetting.name': 'how other people know it',
  'ExportSetting.data_url_csv': 'what other programs read',
  'ExportSetting.data_url_xlsx': 'what other programs read',
  'ExportSetting.export_settings': 'written back with other changes',
  'AssetFile.uid': 'tells files apart',
  'AssetFile.content': 'where the file is',
  'AssetFile.metadata': 'its name, by which the form refers to it',
  'AssetFile.metadata.filename': 'its name, by which the form refers to it',
  'StoredHook.uid': 'its address',
  'StoredHook.name': 'typed to confirm a deletion',
  'StoredHook.endpoint': 'where answers go',
  'StoredHook.active': 'whether answers go there',
  'StoredHook.export_type': 'written back with other changes',
  'StoredHook.auth_level': 'written back with other changes',
  'StoredHook.email_notification': 'written back with other changes',
  'StoredHook.subset_fields': 'which answers go there; written back with other changes',
  'StoredHook.payload_template': 'written back with other changes',
  'StoredHook.success_count': 'a failure must never be taken for none',
  'StoredHook.pending_count': 'a failure must never be taken for none',
  'StoredHook.failed_count': 'a failure must never be taken for none',
  'HookLog.uid': 'is sent again by it',
  'HookLog.submission_id': 'which submission it is about',
  'HookLog.status': 'tells delivered from failed',
  'HookLog.tries': 'whether it was sent again meanwhile',
  'HookLog.date_modified': 'whether the server sends it again yet',
  'HookRetry.pending_uids': 'what became of a write',
  'HookLogRetry.detail': 'what became of a write',
  'RawRows.results': 'is all that is asked for',
  'RawRows.results._id': 'which submission it is',
  'Organization.id': 'its address',
  'Organization.name': 'how people know it',
  'Organization.is_owner': 'what one may do',
  'Organization.is_mmo': 'what one may do',
  'Organization.request_user_role': 'what one may do',
  'OrganizationInvite.url': 'is answered by it',
  'OrganizationInvite.status': 'whether it can be answered',
  'OrganizationInvite.invitee_role': 'what one would become',
  'OrganizationInvite.organization_name': 'what one would join',
  'OrganizationInvite.invitee': 'whose it is',
  'OrganizationMember.user__username': 'whose membership it is',
  'OrganizationMember.role': 'what the member may do',
  'OrganizationMember.invite': 'tells a member from somebody who was invited',
  'OwnershipInvite.url': 'is answered by it',
  'OwnershipInvite.sender': 'whose projects they are',
  'OwnershipInvite.recipient': 'who would own the projects',
  'OwnershipInvite.status': 'whether it can be answered',
  'OwnershipInvite.transfers': 'which projects would be handed over',
  'OwnershipInvite.transfers.asset': 'which project would be handed over',
  'OwnershipInvite.transfers.asset__name': 'which project would be handed over',
  'OwnershipInvite.transfers.status': 'what became of it',
  'ProjectView.uid': 'its address',
  'ProjectView.name': 'how people know it',
  'ViewedAsset.uid': 'its address',
  'ViewedAsset.name': 'how people know it',
  'ViewedAsset.owner__username': 'whom to ask about it',
  'ServiceUsage.total_storage_bytes': 'usage must not be understated',
  'ServiceUsage.total_submission_count': 'usage must not be understated',
  'ServiceUsage.total_submission_count.all_time': 'usage must not be understated',
  'ServiceUsage.total_submission_count.current_period': 'usage must not be understated',
  'ServiceUsage.current_period_start': 'the pace is calculated from it',
  'ServiceUsage.current_period_end': 'the pace is calculated from it',
  'ServiceUsage.last_updated': 'the pace is calculated from it',
  'AssetUsage.asset': 'its address',
  'AssetUsage.asset__name': 'how people know it',
  'AssetUsage.storage_bytes': 'usage must not be understated',
  'AssetUsage.submission_count_current_period': 'usage must not be understated',
  'AssetUsage.submission_count_all_time': 'usage must not be understated',
  'LimitEnforcement.usage_limit_enforcement': 'is all that is asked for',
}

/** No view reads these yet, so nothing is known to be needed; only what may be missing may be odd, too. */
const NOT_READ_YET =
  /^permissions\/schema\.ts Permission$|^(?:advanced-features|asset-metadata|languages|reports|snapshots|tags|users)\//

/** Written by the host, not by a server: what is wrong there is told to the host. */
const NOT_OF_THE_SERVER = /^app-config\//

const modules: Record<string, Record<string, unknown>> = import.meta.glob('./**/schema.ts', { eager: true })
const schemas = Object.entries(modules).flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([name, schema]) => {
    const file = path.replace(/^\.\/(?:kpi\/)?/, '')
    const isServers = !NOT_OF_THE_SERVER.test(file)
    return isServers && schema instanceof z.core.$ZodType ? [{ file, name, schema }] : []
  }),
)

const defOf = (schema: AnySchema) => schema._zod.def as Def

/** Values that the schema takes: one, or one for each of its kinds. */
function samplesOf(schema: AnySchema): unknown[] {
  const def = defOf(schema)
  switch (def.type) {
    case 'string':
      return ['text']
    case 'number':
      return [5]
    case 'boolean':
      return [true]
    case 'literal':
      return def.values.slice(0, 1)
    case 'enum':
      return Object.values(def.entries).slice(0, 1)
    case 'array':
      return [samplesOf(def.element)]
    case 'tuple':
      return [def.items.map((item) => samplesOf(item)[0])]
    case 'record':
      return [{ key: samplesOf(def.valueType)[0] }]
    case 'union':
      return def.options.flatMap(samplesOf)
    case 'optional':
    case 'nullable':
    case 'default':
    case 'catch':
      return samplesOf(def.innerType)
    case 'pipe':
      return samplesOf(def.in)
    case 'object': {
      const fields = Object.entries(def.shape).map(([key, field]) => [key, samplesOf(field)] as const)
      const most = Math.max(1, ...fields.map(([, samples]) => samples.length))
      return Array.from({ length: most }, (_, at) =>
        Object.fromEntries(fields.map(([key, samples]) => [key, samples[at] ?? samples[0]])),
      )
    }
    default:
      return ['anything']
  }
}

const MISSING = 'missing'
/** What may stand in a field's place. */
const ODD = [null, MISSING, '', 'odd', -7, true, ['odd'], { odd: true }] as const

interface Changed {
  path: string
  /** As JSON. */
  odd: string
  item: unknown
}

/** An item with one field changed, for each of its fields and each odd value, at every depth. */
function* changesOf(item: unknown, path = ''): Generator<Changed> {
  if (Array.isArray(item)) {
    for (const change of changesOf(item[0], path)) yield { ...change, item: [change.item, ...item.slice(1)] }
  } else if (typeof item === 'object' && item !== null) {
    for (const [key, value] of Object.entries(item)) {
      const { [key]: _, ...others } = item as Record<string, unknown>
      const at = path === '' ? key : `${path}.${key}`
      for (const odd of ODD) {
        yield { path: at, odd: JSON.stringify(odd), item: odd === MISSING ? others : { ...others, [key]: odd } }
      }
      for (const change of changesOf(value, at)) yield { ...change, item: { ...others, [key]: change.item } }
    }
  }
}

/** The same key in another schema that is made with it: `Asset.uid` is `AssetListItem.uid`. */
const NESTED: readonly (readonly [RegExp, string])[] = [
  [/^ProjectAccessItem\./, 'AssetListItem.'],
  [/^(?:ProjectChoices|ProfileForm)\./, 'Environment.'],
  [/^Export\.data\./, 'ExportOptions.'],
  [/^ExportSetting\.export_settings\./, 'ExportOptions.'],
  [/^Hook\./, 'StoredHook.'],
  [/^OrganizationMember\.invite\./, 'OrganizationInvite.'],
  [/^Deployment\.asset\.(?=.)/, 'Asset.'],
  [/^Asset\.permissions\.|^AssetListItem\.permissions\./, 'PermissionAssignment.'],
  [/^Asset\.content\.|^VersionDetail\.content\./, 'FormContent.'],
  [/^Asset\.effective_permissions\.codename$/, 'Asset.effective_permissions'],
  [/^PermissionAssignment\.partial_permissions\..*/, 'PermissionAssignment.partial_permissions'],
  [/^SubmissionCounts\.daily_submission_counts\..*/, 'SubmissionCounts.daily_submission_counts'],
  [/^Submission\._validation_status\./, 'ValidationStatus.'],
  [/^ImportTask\.messages\..*/, 'ImportTask.messages'],
]

function reliedOn(name: string): string | null {
  let key = name
  for (const [pattern, stands] of [...NESTED, ...NESTED]) key = key.replace(pattern, stands)
  return (
    [key, key.replace(/^Asset\./, 'AssetListItem.'), key.replace(/^VersionDetail\./, 'Version.')].find((each) =>
      Object.hasOwn(RELIED_ON, each),
    ) ?? null
  )
}

describe('an item with one malformed field', () => {
  const strict = new Set<string>()

  it.each(schemas)('is still readable: $file $name', ({ file, name, schema }) => {
    const hidden = new Set<string>()
    for (const sample of samplesOf(schema)) {
      expect(z.core.safeParse(schema, sample).error, JSON.stringify(sample)).toBeUndefined()
      for (const { path, odd, item } of changesOf(sample)) {
        if (z.core.safeParse(schema, item).success) continue
        const relied = reliedOn(`${name}.${path}`)
        if (relied) strict.add(relied)
        else hidden.add(`${path}: ${odd}`)
      }
    }
    const isNeeded = (change: string) => hidden.has(`${change.split(':')[0]}: "${MISSING}"`)
    const isReadYet = !NOT_READ_YET.test(`${file} ${name}`)
    expect([...hidden].filter((change) => isReadYet || !isNeeded(change))).toEqual([])
  })

  it('is unreadable only for the fields in the list', () => {
    expect(Object.keys(RELIED_ON).filter((key) => !strict.has(key))).toEqual([])
  })
})
