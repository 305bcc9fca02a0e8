import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './SubmissionPage.module.css'
import type { WebForm } from './use-web-form.ts'

/** The error if the web form did not open, or a link to it if the browser blocked the tab. */
export function WebFormNote({ webForm: { error, href } }: { webForm: WebForm }) {
  const { t } = useTranslation('submission')
  const { t: tErrors } = useTranslation('errors')
  if (error) {
    return (
      <p role="alert" className={classes.note}>
        {t('webForm.notOpened')} {tErrors(`${error.kind ?? 'unreadable'}.title`)}. <bdi>{error.message}</bdi>
      </p>
    )
  }
  if (href === null) return null
  return (
    <p role="alert" className={classes.note}>
      {t('webForm.blocked')}{' '}
      <Anchor href={href} target="_blank" rel="noreferrer">
        {t('webForm.open')}
      </Anchor>
    </p>
  )
}
