import { useIsMutating, useMutationState } from '@tanstack/react-query'
import type { Row } from '#/dataset/model/row.ts'
import { statusOf } from '#/dataset/model/system-fields.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import type { Status } from '#/dataset/query/status.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'

/** Matches no mutation. For sources whose statuses cannot be changed. */
const NO_MUTATION = ['no-status-mutation']

function useStatusKey(row: Pick<Row, '_id'>) {
  const { status } = useRowSource()
  return status?.mutationKey(row._id) ?? NO_MUTATION
}

/** The status of a row: that of the last pending mutation, or else the loaded one; `null` if it is not loaded. */
export function useOptimisticStatus(row: Row): Status | null {
  const pending = useMutationState({
    filters: { mutationKey: useStatusKey(row), status: 'pending' },
    select: ({ state }) => state.variables as Status | null,
  })
  const last = pending.at(-1)
  return last === undefined ? (isFieldLoaded(row, '_validation_status') ? statusOf(row) : null) : last
}

/** Whether a mutation of a row's status is pending. */
export const useIsStatusPending = (row: Row) => useIsMutating({ mutationKey: useStatusKey(row) }) > 0
