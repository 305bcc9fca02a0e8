import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerInvite, type InviteAnswer } from '#/api/kpi/ownership/mutations.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ownership.module.css'

/** Accepts or declines an invite. */
export function InviteAnswers({ url }: { url: string }) {
  const { t } = useTranslation('sharing')
  const answer = useMutation(answerInvite())
  const chosen = answer.variables?.answer
  const button = (choice: Exclude<InviteAnswer, 'cancelled'>) => ({
    loading: answer.isPending && chosen === choice,
    disabled: answer.isPending,
    onClick: () => answer.mutate({ url, answer: choice }),
  })
  return (
    <>
      <p className={classes.small}>{t('transfer.consequences')}</p>
      <div className={classes.actions}>
        <Button {...button('accepted')}>{t('transfer.accept')}</Button>
        <Button variant="default" {...button('declined')}>
          {t('transfer.decline')}
        </Button>
      </div>
      {answer.error && chosen && (
        <ErrorPanel
          isChange
          kind={answer.error.kind}
          title={t(`transfer.failed.${chosen}`)}
          message={answer.error.message}
        />
      )}
    </>
  )
}
