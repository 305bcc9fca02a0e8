import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { projectQueries } from '#/api/kpi/projects/queries.ts'
import { tagQueries } from '#/api/kpi/tags/queries.ts'
import { changedTags, type TagChange, tagsOf } from '#/api/kpi/tags/tag-string.ts'
import { assetQueries } from './queries.ts'
import { Asset, AssetListItem } from './schema.ts'

interface Rename {
  name: string
  /** The name that the user saw: if the server has another one, a colleague changed it. */
  from: string
}

/** Renames a project, which makes a new version; data collectors see the name after a redeploy [0540]. */
export const renameAsset = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'rename', assetUid],
    scope: { id: `asset/${assetUid}` }, // concurrent PATCHes of an asset overwrite each other (NOTES, Never do)
    mutationFn: async ({ name, from }: Rename, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      if (now.name === name) return now // an earlier request succeeded, but its response was lost
      if (now.name !== from) throw new ApiError('conflict', now.name)
      return kpi.patch(path, Asset, { body: { name } })
    },
    onSuccess: (asset, _rename, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
      return client.invalidateQueries({ queryKey: assetQueries.lists() })
    },
  })

/**
 * Deletes a project with all its submissions, irreversibly [0417]. Returns `gone` if the server does not have it any more,
 * as after a request whose response was lost, or if it is no longer shared with the account.
 */
export const deleteAsset = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'delete', assetUid],
    mutationFn: async (_variables: void, { client }): Promise<'deleted' | 'gone'> => {
      try {
        await kpiOf(client).delete(`api/v2/assets/${assetUid}/`)
        return 'deleted'
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return 'gone'
        throw error
      }
    },
    onSuccess: (_data, _variables, _result, { client }) => client.invalidateQueries({ queryKey: assetQueries.lists() }),
  })

/**
 * Adds and removes tags of a project. They are one text, which is read before it is written, so that the tags of others
 * stay [2500]. Returns the tags before the change.
 */
export const changeTags = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'tags', assetUid],
    scope: { id: `asset/${assetUid}` }, // concurrent PATCHes of an asset overwrite each other (NOTES, Never do)
    mutationFn: async (change: TagChange, { client }): Promise<readonly string[]> => {
      const listed = await client.query({ ...projectQueries.listed(assetUid), staleTime: 0 })
      if (!listed) throw new ApiError('not-found', '')
      const before = tagsOf(listed.tag_string)
      const tags = changedTags(before, change)
      if (isSameTags(before, tags)) return before
      const body = { tag_string: tags.join(',') }
      await kpiOf(client).patch(`api/v2/assets/${assetUid}/`, AssetListItem, { body })
      return before
    },
  })

/** What a project is about. Sectors and countries are those of the server [0120]; `null` for no sector. */
export interface ProjectDetails {
  description: string
  sector: Labelled | null
  countries: readonly Labelled[]
  tags: readonly string[]
}

interface Labelled {
  label: string
  value: string
}

/** The details of a project, as its detail or the list has them. */
export const detailsOf = ({ settings, tag_string: tags }: Pick<AssetListItem, 'settings' | 'tag_string'>) => ({
  description: settings.description ?? '',
  sector: settings.sector ? labelled(settings.sector) : null,
  countries: (settings.country ?? []).map(labelled),
  tags: tagsOf(tags),
})

const labelled = ({ label, value = label }: { label: string; value?: string | undefined }): Labelled => ({
  label,
  value,
})

/** Whether two are equal, regardless of the order of countries and tags. */
export const isSameDetails = (one: ProjectDetails, other: ProjectDetails) =>
  one.description === other.description &&
  one.sector?.value === other.sector?.value &&
  isSameTags(
    one.countries.map(({ value }) => value),
    other.countries.map(({ value }) => value),
  ) &&
  isSameTags(one.tags, other.tags)

const isSameTags = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item) => other.includes(item))

/**
 * Changes the description, sector, countries and tags of a project, all by one request, and only those that differ; other
 * settings stay [0371, 0372]. This makes no version [0541, 0542].
 * @throws ApiError `conflict` if they are not those that the user saw any more
 */
export const changeDetails = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'details', assetUid],
    scope: { id: `asset/${assetUid}` },
    mutationFn: async ({ from, to }: { from: ProjectDetails; to: ProjectDetails }, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      const current = detailsOf(now)
      if (isSameDetails(current, to)) return now // an earlier request succeeded, but its response was lost
      if (!isSameDetails(current, from)) {
        client.setQueryData(assetQueries.detail(assetUid).queryKey, now)
        throw new ApiError('conflict', '')
      }
      const settings = {
        ...(to.description !== from.description && { description: to.description }),
        ...(to.sector?.value !== from.sector?.value && { sector: to.sector ?? {} }),
        ...(!isSameDetails({ ...to, countries: from.countries }, to) && { country: to.countries }),
      }
      return kpi.patch(path, Asset, {
        body: {
          ...(Object.keys(settings).length > 0 && { settings }),
          ...(!isSameTags(to.tags, from.tags) && { tag_string: to.tags.join(',') }),
        },
      })
    },
    onSuccess: (asset, _change, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
      void client.invalidateQueries({ queryKey: tagQueries.names().queryKey })
      return client.invalidateQueries({ queryKey: assetQueries.lists() })
    },
  })
