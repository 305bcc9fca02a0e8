import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { deleteSubmission } from '#/api/kpi/submissions/change-one.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { attachmentsOf } from '#/api/kpi/submissions/system-fields.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { notify } from '#/ui/feedback/notify.ts'

interface DeleteDialogProps {
  assetUid: string
  submission: Submission
  title: string
  onClose: () => void
  onDeleted: () => void
}

/** Deletes one submission for good, after asking once; its answers can be kept as a file first. */
export function DeleteDialog({ assetUid, submission, title, onClose, onDeleted }: DeleteDialogProps) {
  const { t } = useTranslation('submission')
  const remove = useMutation(deleteSubmission(assetUid, submission._id))
  const files = attachmentsOf(submission).filter(({ is_deleted: isDeleted }) => !isDeleted).length
  const keep = () =>
    saveFile(new Blob([JSON.stringify(submission, null, 2)]), toFileName(`${title} ${submission._id}`, 'json'))
  return (
    <ConfirmDialog
      opened
      hue="brick"
      title={<bdi>{t('delete.title', { title })}</bdi>}
      confirmLabel={t('delete.confirm')}
      pending={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            void notify({ message: t('delete.done', { title }) })
            onDeleted()
          },
        })
      }
    >
      <p>{t('delete.text')}</p>
      {files > 0 && <p>{t('delete.files', { count: files })}</p>}
      <p>
        <Button variant="default" onClick={keep}>
          {t('delete.keep')}
        </Button>
      </p>
      {remove.error && (
        <ErrorPanel isChange kind={remove.error.kind} title={t('delete.notDone')} words={remove.error.message} />
      )}
    </ConfirmDialog>
  )
}
