import { useIsMutating, useMutationState } from '@tanstack/react-query'
import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import { statusChangeKey } from '#/api/kpi/submissions/mutations.ts'
import type { Submission, Verdict } from '#/api/kpi/submissions/schema.ts'
import { verdictOf } from '#/api/kpi/submissions/system-fields.ts'

/** A submission's status as the reader left it: the last change on its way, else what the server says. */
export function useOptimisticStatus(assetUid: string, submission: Submission): Verdict | null {
  const onTheirWay = useMutationState({
    filters: { mutationKey: statusChangeKey(assetUid, submission._id), status: 'pending' },
    select: ({ state }) => state.variables as Verdict | null,
  })
  const last = onTheirWay.at(-1)
  return last === undefined ? (isFieldLoaded(submission, '_validation_status') ? verdictOf(submission) : null) : last
}

/** Whether a change of a submission's status has not arrived yet. */
export const useStatusIsOnItsWay = (assetUid: string, submission: Submission) =>
  useIsMutating({ mutationKey: statusChangeKey(assetUid, submission._id) }) > 0
