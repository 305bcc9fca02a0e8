import type { QueryClient } from '@tanstack/react-query'
import { changeDetails, changeTags, detailsOf } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { fileQueries } from '#/api/kpi/files/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { copyMediaFile, copyProject, copySharing } from '#/api/kpi/projects/mutations.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { mutation, type MutationCase } from './mutation-case.ts'

const { uid } = DEMO_PROJECTS.household
const draft = DEMO_PROJECTS.draft.uid
const NO_CACHE = { staleTime: 0 }

const details = async (client: QueryClient) =>
  detailsOf(await client.fetchQuery({ ...assetQueries.detail(uid), ...NO_CACHE }))
const mediaOf = async (client: QueryClient, assetUid: string) =>
  (await client.fetchQuery({ ...fileQueries.media(assetUid), ...NO_CACHE })).results

/** Mutations of whole projects. */
export const PROJECT_CASES: MutationCase[] = [
  {
    factory: 'changeTags',
    prepare: async (client) => {
      await details(client)
      return mutation(client, changeTags(uid), { add: ['north'], remove: ['baseline'] })
    },
    isDone: async (client) => {
      const { tags } = await details(client)
      return tags.includes('north') && tags.includes('turkana') && !tags.includes('baseline')
    },
  },
  {
    factory: 'changeDetails',
    prepare: async (client) => {
      const from = await details(client)
      const to = { ...from, description: 'Another one', sector: null, tags: ['only'] }
      return mutation(client, changeDetails(uid), { from, to })
    },
    isDone: async (client) => {
      const { description, sector, tags } = await details(client)
      return description === 'Another one' && sector === null && tags.join(',') === 'only'
    },
  },
  {
    factory: 'copyProject',
    prepare: async (client) => mutation(client, copyProject(), { from: uid, name: 'A copy' }),
    isRepeatable: true,
  },
  {
    factory: 'copySharing',
    prepare: async (client) => mutation(client, copySharing(draft), { from: uid }),
    isDone: async (client) => {
      const { results } = await client.fetchQuery({ ...permissionQueries.list(draft), ...NO_CACHE })
      return results.some(({ user }) => user.includes('/yusuf/'))
    },
    isRepeatable: true,
  },
  {
    factory: 'copyMediaFile',
    prepare: async (client) => {
      const [file] = await mediaOf(client, uid)
      if (!file) throw new Error('No media file in the demo')
      return mutation(client, copyMediaFile(draft), file)
    },
    isDone: async (client) => (await mediaOf(client, draft)).length === 1,
  },
]
