import type { QueryClient } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import { deleteAsset, renameAsset } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { saveTableSettings } from '#/api/kpi/data-table/mutations.ts'
import { tableSettingsOf } from '#/api/kpi/data-table/schema.ts'
import { changeDeployment, type DeploymentChange } from '#/api/kpi/deployment/mutations.ts'
import { downloadXlsForm } from '#/api/kpi/form/mutations.ts'
import { replaceForm, uploadForm } from '#/api/kpi/imports/mutations.ts'
import { answerInvite, inviteOwner } from '#/api/kpi/ownership/mutations.ts'
import { ownershipQueries } from '#/api/kpi/ownership/queries.ts'
import { type Codename, isSameSet } from '#/api/kpi/permissions/codenames.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import { isSamePartial, type PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { savePublishingNote } from '#/api/kpi/publishing-notes/mutations.ts'
import { publishingNoteOf } from '#/api/kpi/publishing-notes/schema.ts'
import { downloadAttachment } from '#/api/kpi/submissions/attachments.ts'
import { setValidationStatus } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { bringBackVersion } from '#/api/kpi/versions/mutations.ts'
import { filesOf } from '#/dataset/model/system-fields.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { ACCOUNT_CASES } from './account-cases.ts'
import { BULK_CASES } from './bulk-cases.ts'
import { EXPORT_CASES } from './export-cases.ts'
import { xlsForm } from './files.ts'
import { HOOK_CASES } from './hook-cases.ts'
import { mutation, type MutationCase } from './mutation-case.ts'
import { PROJECT_CASES } from './project-cases.ts'
import { ROW_CASES } from './row-cases.ts'

/** `changeDeployment, archive`. */
export const titleOf = ({ factory, variant }: MutationCase) =>
  variant === undefined ? factory : `${factory}, ${variant}`

const NO_CACHE = { staleTime: 0 }
const household = DEMO_PROJECTS.household.uid
const asset = async (client: QueryClient, uid: string) =>
  client.fetchQuery({ ...assetQueries.detail(uid), ...NO_CACHE })
const personOf = async (client: QueryClient, username: string) =>
  toPeople((await client.fetchQuery({ ...permissionQueries.list(household), ...NO_CACHE })).results).find(
    (person) => person.username === username,
  ) ?? { ...NO_ACCESS, username }
const invites = async (client: QueryClient, mode: 'recipient' | 'sender') =>
  (await client.fetchQuery({ ...ownershipQueries.invites(mode), ...NO_CACHE })).results
const submissions = async (client: QueryClient) =>
  (await client.fetchQuery({ ...submissionQueries.page(household, { page: 1, pageSize: 100 }), ...NO_CACHE })).results
/** A submission with or without a validation status. */
const submission = async (client: QueryClient, hasStatus: boolean) => {
  const found = (await submissions(client)).find(({ _validation_status: status }) => (status !== null) === hasStatus)
  if (!found) throw new Error('No such submission in the demo')
  return found
}

const deploymentCase = (
  uid: string,
  action: DeploymentChange['action'],
  isDone: MutationCase['isDone'],
  repeatKind?: MutationCase['repeatKind'],
): MutationCase => ({
  factory: 'changeDeployment',
  variant: action,
  prepare: async (client) => {
    const { version_id: versionId } = await asset(client, uid)
    const isPublishing = action === 'deploy' || action === 'redeploy'
    return mutation(client, changeDeployment(uid), isPublishing ? { action, versionId: versionId ?? '' } : { action })
  },
  ...(isDone && { isDone }),
  ...(repeatKind ? { repeatKind } : { isRepeatable: true }),
})

type AccessCase = Partial<MutationCase> & { partial?: readonly PartialPermission[] }

const accessCase = (
  variant: string,
  username: string,
  to: ReadonlySet<Codename>,
  { partial: rules, ...overrides }: AccessCase = {},
): MutationCase => ({
  factory: 'changeAccess',
  variant,
  prepare: async (client) => {
    const { held, partial } = await personOf(client, username)
    return mutation(client, changeAccess(household), { username, from: { held, partial }, to, partial: rules })
  },
  isDone: async (client) => {
    const { held, partial } = await personOf(client, username)
    return isSameSet(held, to) && (!rules || isSamePartial(partial, rules))
  },
  ...overrides,
})

const uploadCase = (variant: string, destinationUid?: string): MutationCase => ({
  factory: 'uploadForm',
  variant,
  prepare: async (client) =>
    mutation(client, uploadForm(), { file: xlsForm(), ...(destinationUid !== undefined && { destinationUid }) }),
  isRepeatable: true,
})

export const MUTATION_CASES: MutationCase[] = [
  {
    factory: 'renameAsset',
    prepare: async (client) => {
      const { name } = await asset(client, household)
      return mutation(client, renameAsset(household), { name: 'Household survey 2027', from: name })
    },
    isDone: async (client) => (await asset(client, household)).name === 'Household survey 2027',
  },
  {
    factory: 'replaceForm',
    prepare: async (client) => {
      const { version_id: versionId } = await asset(client, household)
      return mutation(client, replaceForm(household), { file: xlsForm(), versionId })
    },
    repeatKind: 'conflict', // the form is another one once the import has ended
  },
  {
    factory: 'saveTableSettings',
    prepare: async (client) => {
      const from = tableSettingsOf((await asset(client, household)).settings)
      return mutation(client, saveTableSettings(household), { from, to: { 'frozen-column': 'hh/hh_code' } })
    },
    isDone: async (client) =>
      tableSettingsOf((await asset(client, household)).settings)['frozen-column'] === 'hh/hh_code',
  },
  {
    factory: 'savePublishingNote',
    prepare: async (client) => {
      const { version_id: versionUid } = await asset(client, household)
      return mutation(client, savePublishingNote(household), { versionUid: versionUid ?? '', from: '', to: 'Shorter' })
    },
    isDone: async (client) => {
      const { settings, version_id: versionUid } = await asset(client, household)
      return publishingNoteOf(settings, versionUid ?? '') === 'Shorter'
    },
  },
  {
    factory: 'bringBackVersion',
    prepare: async (client) => {
      const { version_id: seenVersion, deployed_versions: versions } = await asset(client, household)
      const first = versions.results.at(-1)
      const [versionUid, contentHash] = [first?.uid ?? '', first?.content_hash ?? '']
      return mutation(client, bringBackVersion(household), { versionUid, contentHash, seenVersion })
    },
    isDone: async (client) => {
      const { version__content_hash: hash, deployed_versions: versions } = await asset(client, household)
      return hash === versions.results.at(-1)?.content_hash
    },
  },
  {
    factory: 'deleteAsset',
    prepare: async (client) => mutation(client, deleteAsset(household), undefined),
    isDone: async (client) =>
      asset(client, household).then(
        () => false,
        ({ kind }: ApiError) => kind === 'not-found',
      ),
    isBodiless: true,
    overrides: { '404': { kind: null, countsAsSuccess: true } },
  },
  accessCase('adding a person', 'h.qasim', codenamesOf('viewer')),
  accessCase('taking away a right', 'fatuma', codenamesOf('viewer'), { isBodiless: true }),
  accessCase('limiting to some submissions', 'yusuf', new Set(['view_asset', 'partial_submissions']), {
    partial: [{ codename: 'view_submissions', filters: [{ _submitted_by: 'yusuf' }] }],
  }),
  accessCase('removing a person', 'yusuf', new Set(), { isBodiless: true }),
  {
    factory: 'inviteOwner',
    prepare: async (client) => mutation(client, inviteOwner(), { recipient: 'yusuf', assetUids: [household] }),
    isDone: async (client) => (await invites(client, 'sender')).some(({ status }) => status === 'pending'),
    repeatKind: 'rejected',
  },
  {
    factory: 'answerInvite',
    prepare: async (client) => {
      const [invite] = await invites(client, 'recipient')
      return mutation(client, answerInvite(), { url: invite?.url ?? '', answer: 'accepted' })
    },
    isDone: async (client) => (await invites(client, 'recipient')).every(({ status }) => status === 'complete'),
    repeatKind: 'rejected',
  },
  {
    factory: 'setValidationStatus',
    variant: 'setting',
    isRepeatable: true,
    prepare: async (client) => {
      const { _id: id } = await submission(client, false)
      return mutation(client, setValidationStatus(household, id), 'validation_status_approved')
    },
  },
  {
    factory: 'setValidationStatus',
    variant: 'withdrawing',
    isRepeatable: true,
    prepare: async (client) => {
      const { _id: id } = await submission(client, true)
      return mutation(client, setValidationStatus(household, id), null)
    },
    isBodiless: true,
  },
  ...ACCOUNT_CASES,
  ...BULK_CASES,
  ...ROW_CASES,
  ...EXPORT_CASES,
  ...PROJECT_CASES,
  ...HOOK_CASES,
  deploymentCase(
    DEMO_PROJECTS.draft.uid,
    'deploy',
    async (client) => (await asset(client, DEMO_PROJECTS.draft.uid)).deployment_status === 'deployed',
    'conflict',
  ),
  deploymentCase(DEMO_PROJECTS.questionsChanged.uid, 'redeploy', async (client) => {
    const { version_id: newest, deployed_version_id: deployed } = await asset(
      client,
      DEMO_PROJECTS.questionsChanged.uid,
    )
    return newest === deployed
  }),
  deploymentCase(
    household,
    'archive',
    async (client) => (await asset(client, household)).deployment_status === 'archived',
  ),
  deploymentCase(
    DEMO_PROJECTS.archived.uid,
    'unarchive',
    async (client) => (await asset(client, DEMO_PROJECTS.archived.uid)).deployment_status === 'deployed',
  ),
  uploadCase('a new project'),
  uploadCase('in place of a form', DEMO_PROJECTS.draft.uid),
  {
    factory: 'downloadXlsForm',
    prepare: async (client) => mutation(client, downloadXlsForm(await asset(client, household)), undefined),
    isReadOnly: true,
  },
  {
    factory: 'downloadAttachment',
    prepare: async (client) => {
      const [file] = (await submissions(client)).flatMap(filesOf)
      if (!file) throw new Error('No attachment in the demo')
      return mutation(client, downloadAttachment(file), undefined)
    },
    isReadOnly: true,
    overrides: { truncated: { kind: null } },
  },
]
