import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { NOTES_KEY, publishingNoteOf, rawNotesOf } from './schema.ts'

interface NoteChange {
  versionUid: string
  /** The note that the user saw; empty for none. */
  from: string
  /** Empty removes it. */
  to: string
}

/**
 * Saves what a version changed, for the team. PATCH merges `settings` by key [0372], but replaces the value of a key
 * [2021], so the notes are read again and all of them are sent. It makes no version [2020].
 * @throws ApiError `conflict` if somebody else changed this note meanwhile; nothing is written then
 */
export const savePublishingNote = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'publishing-note', assetUid],
    scope: { id: `asset/${assetUid}` }, // concurrent PATCHes of an asset overwrite each other (NOTES, Never do)
    mutationFn: async ({ versionUid, from, to }: NoteChange, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      const current = publishingNoteOf(now.settings, versionUid)
      if (current === to) return now // an earlier request succeeded, but its response was lost
      const notes = rawNotesOf(now.settings)
      if (current !== from || notes === null) {
        client.setQueryData(assetQueries.detail(assetUid).queryKey, now)
        throw new ApiError('conflict', current)
      }
      const { [versionUid]: _, ...others } = notes
      const changed = to === '' ? others : { ...others, [versionUid]: to }
      return kpi.patch(path, Asset, { body: { settings: { [NOTES_KEY]: changed } } })
    },
    onSuccess: (asset, _change, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
    },
  })
