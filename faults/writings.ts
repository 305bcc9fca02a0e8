import { MutationObserver, type MutationObserverOptions, type QueryClient } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import { deleteAsset, renameAsset } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { keepDataTable } from '#/api/kpi/data-table/mutations.ts'
import { tableSettingsOf } from '#/api/kpi/data-table/schema.ts'
import { changeDeployment, type DeploymentChange } from '#/api/kpi/deployment/mutations.ts'
import { downloadXlsForm } from '#/api/kpi/form/mutations.ts'
import { uploadForm } from '#/api/kpi/imports/mutations.ts'
import { type Codename, isSameSet } from '#/api/kpi/permissions/codenames.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import { NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { downloadAttachment } from '#/api/kpi/submissions/attachments.ts'
import { setValidationStatus } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { attachmentsOf } from '#/api/kpi/submissions/system-fields.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { xlsForm } from './files.ts'
import { ON_MANY } from './on-many.ts'
import { ON_ONE } from './on-one.ts'
import { type Writing } from './writing.ts'

/** `changeDeployment, archive`. */
export const titleOf = ({ factory, way }: Writing) => (way === undefined ? factory : `${factory}, ${way}`)

/** A press of a button, as components do it. */
const pressing =
  <Data, Variables, Context>(
    client: QueryClient,
    options: MutationObserverOptions<Data, ApiError, Variables, Context>,
    variables: Variables,
  ) =>
  async () =>
    new MutationObserver(client, options).mutate(variables)

const fresh = { staleTime: 0 }
const household = DEMO_PROJECTS.household.uid
const asset = async (client: QueryClient, uid: string) => client.fetchQuery({ ...assetQueries.detail(uid), ...fresh })
const personOf = async (client: QueryClient, username: string) =>
  toPeople((await client.fetchQuery({ ...permissionQueries.list(household), ...fresh })).results).find(
    (person) => person.username === username,
  ) ?? { ...NO_ACCESS, username }
const submissions = async (client: QueryClient) =>
  (await client.fetchQuery({ ...submissionQueries.page(household, { page: 1, pageSize: 100 }), ...fresh })).results
/** One that was looked at already, and one that was not. */
const submission = async (client: QueryClient, hasStatus: boolean) => {
  const found = (await submissions(client)).find(({ _validation_status: status }) => (status !== null) === hasStatus)
  if (!found) throw new Error('No such submission in the demo')
  return found
}

const deploying = (
  uid: string,
  action: DeploymentChange['action'],
  isDone: Writing['isDone'],
  again?: Writing['again'],
): Writing => ({
  factory: 'changeDeployment',
  way: action,
  prepare: async (client) => {
    const { version_id: versionId } = await asset(client, uid)
    const isPublishing = action === 'deploy' || action === 'redeploy'
    return pressing(client, changeDeployment(uid), isPublishing ? { action, versionId: versionId ?? '' } : { action })
  },
  ...(isDone && { isDone }),
  ...(again ? { again } : { isRepeatable: true }),
})

const changing = (way: string, username: string, to: ReadonlySet<Codename>, more: Partial<Writing> = {}): Writing => ({
  factory: 'changeAccess',
  way,
  prepare: async (client) => {
    const { held, partial } = await personOf(client, username)
    return pressing(client, changeAccess(household), { username, from: { held, partial }, to })
  },
  isDone: async (client) => {
    const { held } = await personOf(client, username)
    return isSameSet(held, to)
  },
  ...more,
})

const uploading = (way: string, destinationUid?: string): Writing => ({
  factory: 'uploadForm',
  way,
  prepare: async (client) =>
    pressing(client, uploadForm(), { file: xlsForm(), ...(destinationUid !== undefined && { destinationUid }) }),
  isRepeatable: true,
})

export const WRITINGS: Writing[] = [
  {
    factory: 'renameAsset',
    prepare: async (client) => {
      const { name } = await asset(client, household)
      return pressing(client, renameAsset(household), { name: 'Household survey 2027', from: name })
    },
    isDone: async (client) => (await asset(client, household)).name === 'Household survey 2027',
  },
  {
    factory: 'keepDataTable',
    prepare: async (client) => {
      const from = tableSettingsOf((await asset(client, household)).settings)
      return pressing(client, keepDataTable(household), { from, to: { 'frozen-column': 'hh/hh_code' } })
    },
    isDone: async (client) =>
      tableSettingsOf((await asset(client, household)).settings)['frozen-column'] === 'hh/hh_code',
  },
  {
    factory: 'deleteAsset',
    prepare: async (client) => pressing(client, deleteAsset(household), undefined),
    isDone: async (client) =>
      asset(client, household).then(
        () => false,
        ({ kind }: ApiError) => kind === 'not-found',
      ),
    isBodiless: true,
    differs: { '404': { kind: null, isTakenAsDone: true } },
  },
  changing('adding a person', 'h.qasim', codenamesOf('viewer')),
  changing('taking away a right', 'fatuma', codenamesOf('viewer'), { isBodiless: true }),
  changing('removing a person', 'yusuf', new Set(), { isBodiless: true }),
  {
    factory: 'setValidationStatus',
    way: 'setting',
    isRepeatable: true,
    prepare: async (client) => {
      const { _id: id } = await submission(client, false)
      return pressing(client, setValidationStatus(household, id), 'validation_status_approved')
    },
  },
  {
    factory: 'setValidationStatus',
    way: 'withdrawing',
    isRepeatable: true,
    prepare: async (client) => {
      const { _id: id } = await submission(client, true)
      return pressing(client, setValidationStatus(household, id), null)
    },
    isBodiless: true,
  },
  ...ON_MANY,
  ...ON_ONE,
  deploying(
    DEMO_PROJECTS.draft.uid,
    'deploy',
    async (client) => (await asset(client, DEMO_PROJECTS.draft.uid)).deployment_status === 'deployed',
    'conflict',
  ),
  deploying(DEMO_PROJECTS.questionsChanged.uid, 'redeploy', async (client) => {
    const { version_id: newest, deployed_version_id: deployed } = await asset(
      client,
      DEMO_PROJECTS.questionsChanged.uid,
    )
    return newest === deployed
  }),
  deploying(household, 'archive', async (client) => (await asset(client, household)).deployment_status === 'archived'),
  deploying(
    DEMO_PROJECTS.archived.uid,
    'unarchive',
    async (client) => (await asset(client, DEMO_PROJECTS.archived.uid)).deployment_status === 'deployed',
  ),
  uploading('a new project'),
  uploading('in place of a form', DEMO_PROJECTS.draft.uid),
  {
    factory: 'downloadXlsForm',
    prepare: async (client) => pressing(client, downloadXlsForm(await asset(client, household)), undefined),
    isReading: true,
  },
  {
    factory: 'downloadAttachment',
    prepare: async (client) => {
      const [attachment] = (await submissions(client)).flatMap(attachmentsOf)
      if (!attachment) throw new Error('No attachment in the demo')
      return pressing(client, downloadAttachment(attachment), undefined)
    },
    isReading: true,
    differs: { truncated: { kind: null } },
  },
]
