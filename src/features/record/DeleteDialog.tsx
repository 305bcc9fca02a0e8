import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { deleteSubmission } from '#/api/kpi/submissions/change-one.ts'
import { type Submission, toJson } from '#/api/kpi/submissions/schema.ts'
import { filesOf } from '#/dataset/model/system-fields.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { notify } from '#/ui/feedback/notify.ts'

interface DeleteDialogProps {
  assetUid: string
  submission: Submission
  title: string
  onClose: () => void
  onDeleted: () => void
}

/** Asks before a submission is deleted permanently, and offers to save its answers as a JSON file first. */
export function DeleteDialog({ assetUid, submission, title, onClose, onDeleted }: DeleteDialogProps) {
  const { t } = useTranslation('submission')
  const remove = useMutation(deleteSubmission(assetUid, submission._id))
  const files = filesOf(submission).filter(({ isDeleted }) => !isDeleted).length
  const saveAnswers = () => saveFile(new Blob([toJson(submission)]), toFileName(`${title} ${submission._id}`, 'json'))
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
        <Button variant="default" onClick={saveAnswers}>
          {t('delete.saveFirst')}
        </Button>
      </p>
      {remove.error && (
        <ErrorPanel isChange kind={remove.error.kind} title={t('delete.notDone')} message={remove.error.message} />
      )}
    </ConfirmDialog>
  )
}
