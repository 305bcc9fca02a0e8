import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { duplicateSubmission } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { refreshCounts } from '#/api/kpi/submissions/refresh-counts.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { notify } from '#/ui/feedback/notify.ts'

interface DuplicateDialogProps {
  assetUid: string
  submission: Submission
  title: string
  hrefOf: (id: number) => string
  onClose: () => void
}

/** Asks before a submission is duplicated. */
export function DuplicateDialog({ assetUid, submission, title, hrefOf, onClose }: DuplicateDialogProps) {
  const { t } = useTranslation('submission')
  const client = useQueryClient()
  // If the first try gets no response, a second one looks for a duplicate above this `_id`.
  const newest = useQuery({
    ...submissionQueries.cursorPage(assetUid, { cursor: null, limit: 1, fields: [] }),
    staleTime: Infinity,
  })
  const duplicate = useMutation({ ...duplicateSubmission(assetUid), meta: { showsError: true } })
  const error = duplicate.error ?? newest.error
  return (
    <ConfirmDialog
      opened
      title={<bdi>{t('duplicate.title', { title })}</bdi>}
      confirmLabel={t('duplicate.confirm')}
      pending={duplicate.isPending}
      ready={newest.isSuccess}
      onClose={onClose}
      onConfirm={() =>
        duplicate.mutate(
          { source: submission, after: newest.data?.results[0]?._id ?? 0 },
          {
            onSuccess: (copy) => {
              onClose()
              void client.invalidateQueries({ queryKey: submissionQueries.all(assetUid) })
              refreshCounts(client, assetUid)
              void notify({
                autoClose: false,
                message: (
                  <>
                    {t('duplicate.done')} <a href={`#${hrefOf(copy._id)}`}>{t('duplicate.open', { id: copy._id })}</a>
                  </>
                ),
              })
            },
          },
        )
      }
    >
      <p>{t('duplicate.text')}</p>
      {error && (
        <ErrorPanel
          isChange={duplicate.isError}
          kind={error.kind}
          title={t('duplicate.notDone')}
          message={error.message}
          {...(newest.isError && { onRetry: () => void newest.refetch() })}
        />
      )}
    </ConfirmDialog>
  )
}
