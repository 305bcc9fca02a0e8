import { useQuery } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Running } from '#/api/kpi/deployment/unpublished.ts'
import { fileQueries } from '#/api/kpi/files/queries.ts'
import { openRosaQueries } from '#/api/kpi/open-rosa/queries.ts'

/** The running form, as far as it could be read. */
interface RunningFormState {
  running: Running
  isPending: boolean
  /** Why it could not be read: `not-listed` if the account gets other forms only. */
  problem: ApiError | 'not-listed' | null
  retry: () => void
}

/** Reads what devices get now, to compare it with the project. Always asks again: others deploy, too. */
export function useRunningForm({ uid }: Pick<Asset, 'uid'>, enabled: boolean): RunningFormState {
  const fresh = { enabled, staleTime: 0 }
  const form = useQuery({ ...openRosaQueries.runningForm(uid), ...fresh })
  const path = form.data?.manifestPath ?? null
  const files = useQuery({
    ...openRosaQueries.runningFiles(uid, path ?? ''),
    ...fresh,
    enabled: enabled && path !== null,
  })
  const saved = useQuery({ ...fileQueries.media(uid), ...fresh, meta: { showsError: true } })

  const runningForm = form.isError ? null : (form.data ?? null)
  const runningFiles = path === null ? [] : files.isError ? undefined : files.data
  const savedFiles = saved.isError ? undefined : saved.data?.results
  const isRead = runningForm !== null && runningFiles !== undefined && savedFiles !== undefined
  return {
    running: { form: runningForm, files: isRead ? { running: runningFiles, saved: savedFiles } : null },
    isPending: form.isFetching || files.isFetching || saved.isFetching,
    problem: form.error ?? files.error ?? saved.error ?? (form.data === null ? 'not-listed' : null),
    retry: () => {
      for (const query of [form, saved, ...(path === null ? [] : [files])]) void query.refetch()
    },
  }
}
