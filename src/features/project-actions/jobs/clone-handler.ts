import type { QueryClient } from '@tanstack/react-query'
import { connectionOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { projectQueries } from '#/api/kpi/projects/queries.ts'
import { copyMediaFile, copyProject, copySharing } from '#/api/kpi/projects/mutations.ts'
import { fileQueries } from '#/api/kpi/files/queries.ts'
import type { Handler } from './handler-types.ts'
import type { ProjectAction, ProjectResult } from './project-job.ts'

type CloneAction = Extract<ProjectAction, { kind: 'clone' }>

/**
 * Clones projects. A clone cannot be sent twice: where no answer came, it is looked for among the user's own projects of
 * its name. What could not be copied of the sharing and the media files is told in the result; the clone stays.
 */
export function cloneHandler(
  client: QueryClient,
  action: CloneAction,
): Pick<Handler, 'judge' | 'write' | 'keep' | 'read'> {
  const { copyNames, withSharing, withMedia } = action
  const nameOf = (uid: string) => copyNames.get(uid) ?? ''
  /** By project: the projects of the copy's name before it was cloned. */
  const before = new Map<string, readonly string[]>()

  /** The user's own projects of a name, the last changed first. */
  const ownOfName = async (name: string) => {
    const page = { search: { text: name, status: 'all' as const }, ordering: '-date_modified' as const }
    const options = assetQueries.list({ ...page, page: 1, pageSize: 100 })
    const { results } = await client.query({ ...options, staleTime: 0, gcTime: 0 })
    const username = connectionOf(client)?.username
    return results.filter((other) => other.name === name && other.owner__username === username).map(({ uid }) => uid)
  }

  /** Copies what a clone does not have by itself. */
  async function complete(from: string, copy: string): Promise<ProjectResult> {
    const notCopied: ProjectResult['notCopied'] = []
    const attempt = async (what: 'sharing' | 'media', work: () => Promise<unknown>) => {
      try {
        await work()
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        notCopied.push({ what, message: error.message })
      }
    }
    const context = { client, meta: undefined }
    if (withSharing) await attempt('sharing', async () => copySharing(copy).mutationFn?.({ from }, context))
    if (withMedia) {
      await attempt('media', async () => {
        const { results } = await client.query({ ...fileQueries.media(from), staleTime: 0, gcTime: 0 })
        for (const file of results) await copyMediaFile(copy).mutationFn?.(file, context)
      })
    }
    return { copy, ...(notCopied.length > 0 && { notCopied }) }
  }

  return {
    read: async ([uid = '']) => {
      const project = await client.query({ ...projectQueries.listed(uid), staleTime: 0, gcTime: 0 })
      before.set(uid, await ownOfName(nameOf(uid)))
      return { items: new Map(project ? [[uid, project]] : []), isPartial: false }
    },
    keep: (uid) => ({ trace: { sameName: before.get(uid) ?? [] } }),
    judge: async (uid, project, kept) => {
      const copy = kept?.trace && before.get(uid)?.find((other) => !kept.trace?.sameName.includes(other))
      if (copy !== undefined) return { is: 'done', result: await complete(uid, copy) }
      return project ? null : { is: 'gone' }
    },
    write: async ([entry]) => {
      if (!entry) return null
      const options = copyProject()
      const copy = await options.mutationFn?.({ from: entry.id, name: nameOf(entry.id) }, { client, meta: undefined })
      return new Map([[entry.id, { is: 'done', result: copy ? await complete(entry.id, copy.uid) : {} }]])
    },
  }
}
