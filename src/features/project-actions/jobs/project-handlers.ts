import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import type { ApiError } from '#/api/errors.ts'
import { projectQueries } from '#/api/kpi/projects/queries.ts'
import { changeTags, deleteAsset } from '#/api/kpi/assets/mutations.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { changeDeployment } from '#/api/kpi/deployment/mutations.ts'
import { downloadXlsForm } from '#/api/kpi/form/mutations.ts'
import { changedTags, type TagChange, tagsOf } from '#/api/kpi/tags/tag-string.ts'
import { cloneHandler } from './clone-handler.ts'
import type { Handler } from './handler-types.ts'
import type { ProjectAction } from './project-job.ts'
import { sharingHandler } from './sharing-handler.ts'

/** Calls the function of a mutation without the mutation cache: to the rest of the app a job is one change. */
const mutating =
  (client: QueryClient) =>
  async <Data, Variables>(options: MutationOptions<Data, ApiError, Variables>, variables: Variables) => {
    if (!options.mutationFn) throw new TypeError('The mutation has no function')
    return options.mutationFn(variables, { client, meta: undefined })
  }

/**
 * The handler that carries out an action, one project at a time: a result for each, never two writes to one project at
 * once, and no use of `assets/bulk/`, which acts on everything where its list is empty [2510].
 */
export const handlerOf = (client: QueryClient, action: ProjectAction): Handler => ({
  errors: apiErrors,
  batchSize: 1,
  read: async ([uid = '']) => {
    const project = await client.query({ ...projectQueries.listed(uid), staleTime: 0, gcTime: 0 })
    return { items: new Map(project ? [[uid, project]] : []), isPartial: false }
  },
  ...actionHandler(client, action),
})

function actionHandler(
  client: QueryClient,
  action: ProjectAction,
): Pick<Handler, 'judge' | 'write'> & Partial<Handler> {
  const mutate = mutating(client)
  switch (action.kind) {
    case 'archive':
    case 'unarchive':
      return deploymentHandler(client, action.kind)
    case 'delete':
      return {
        judge: (_uid, project, kept) => (project ? null : { is: kept ? 'done' : 'gone' }),
        write: async ([entry]) => {
          const how = entry && (await mutate(deleteAsset(entry.id), undefined))
          // "Not found" may come from something between here and the server: it is read again.
          return how === 'gone' ? new Map() : null
        },
      }
    case 'tag':
      return tagHandler(client, () => action)
    case 'undoTags':
      return tagHandler(client, (uid) => action.changes.get(uid) ?? { add: [], remove: [] })
    case 'share':
    case 'stopSharing':
      return sharingHandler(client, action)
    case 'clone':
      return cloneHandler(client, action)
    case 'download':
      return {
        judge: (_uid, project) => (project ? null : { is: 'gone' }),
        write: async ([entry]) => {
          if (!entry) return null
          const file = await mutate(downloadXlsForm({ uid: entry.id, downloads: [] }), undefined)
          return new Map([[entry.id, { is: 'done', result: { file } }]])
        },
      }
  }
}

function deploymentHandler(client: QueryClient, kind: 'archive' | 'unarchive'): Pick<Handler, 'judge' | 'write'> {
  const wanted = kind === 'archive' ? 'archived' : 'deployed'
  return {
    judge: (_uid, project, kept) => {
      if (!project) return { is: 'gone' }
      if (project.deployment_status === wanted) return { is: kept ? 'done' : 'unchanged' }
      // A draft can be neither archived nor unarchived [1404]: it was deployed when it was chosen.
      return project.deployment_status === 'draft' ? { is: 'changedMeanwhile' } : null
    },
    write: async ([entry]) => {
      if (entry) await mutating(client)(changeDeployment(entry.id), { action: kind })
      return null
    },
  }
}

function tagHandler(
  client: QueryClient,
  changeOf: (uid: string) => TagChange,
): Pick<Handler, 'judge' | 'write' | 'keep'> {
  /** What of the change a project needs. */
  const needed = (uid: string, project: AssetListItem): TagChange => {
    const tags = tagsOf(project.tag_string)
    const after = changedTags(tags, changeOf(uid))
    return {
      add: after.filter((tag) => !tags.includes(tag)),
      remove: tags.filter((tag) => !after.includes(tag)),
    }
  }
  return {
    keep: (uid, project) => ({ before: needed(uid, project) }),
    judge: (uid, project, kept) => {
      if (!project) return { is: 'gone' }
      const { add, remove } = needed(uid, project)
      if (add.length + remove.length > 0) return null
      return kept ? { is: 'done', ...(kept.before && { before: kept.before }) } : { is: 'unchanged' }
    },
    write: async ([entry]) => {
      if (entry) await mutating(client)(changeTags(entry.id), changeOf(entry.id))
      return null
    },
  }
}
