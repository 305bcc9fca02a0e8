import { useQuery, useQueryClient } from '@tanstack/react-query'
import { accountKey, importsQuery, itemsOf } from './import-job.ts'

/** What is known of one import, with its file; `undefined` after a reload of the tab. */
export const useImport = (importId: string) =>
  itemsOf(useQuery(importsQuery(accountKey(useQueryClient()))).data).find(({ id }) => id === importId)
