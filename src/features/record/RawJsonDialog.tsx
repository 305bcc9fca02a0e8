import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { type Submission, toJson } from '#/api/kpi/submissions/schema.ts'
import { Dialog, DialogActions } from '#/ui/dialogs/Dialog.tsx'
import classes from './SubmissionPage.module.css'

interface RawJsonDialogProps {
  submission: Submission
  title: string
  onClose: () => void
}

/** A submission as JSON, as the server sends it. */
export function RawJsonDialog({ submission, title, onClose }: RawJsonDialogProps) {
  const { t } = useTranslation(['submission', 'common'])
  const clipboard = useClipboard()
  const json = toJson(submission)
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={<bdi>{t('submission:raw.title', { title })}</bdi>}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <pre className={classes.raw} dir="ltr" role="region" aria-label={t('submission:action.raw')} tabIndex={0}>
        {json}
      </pre>
      <DialogActions>
        <Button variant="default" onClick={() => clipboard.copy(json)}>
          {t(clipboard.copied ? 'common:action.copied' : 'submission:raw.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
