import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Note } from '#/ui/feedback/Note.tsx'
import { accountOf, CannotTell, deleteTrialDraft } from './trial.ts'
import { forgetDraft, readTrialDrafts } from './trial-drafts.ts'

/** Offers to delete the temporary projects that are left, as after a tab was closed. `isBusy`: one is in use. */
export function TrialLeftovers({ isBusy = false }: { isBusy?: boolean }) {
  const { t } = useTranslation('replacing')
  const client = useQueryClient()
  const account = accountOf(client)
  const deletion = useMutation({
    mutationKey: ['trial-leftovers'],
    mutationFn: async () => {
      for (const draft of readTrialDrafts(account)) await deleteTrialDraft(client, draft)
    },
    meta: { showsError: true },
  })
  const drafts = isBusy ? [] : readTrialDrafts(account)
  if (drafts.length === 0) return null
  const error: unknown = deletion.error
  return (
    <Note
      hue="ochre"
      icon={IconAlertTriangle}
      role="alert"
      title={t('left.title', { count: drafts.length })}
      actions={
        <>
          <Button variant="default" loading={deletion.isPending} onClick={() => deletion.mutate()}>
            {t('left.delete')}
          </Button>
          {deletion.isError && (
            <Button
              variant="subtle"
              onClick={() => {
                for (const draft of drafts) forgetDraft(account, draft)
                deletion.reset()
              }}
            >
              {t('left.forget')}
            </Button>
          )}
        </>
      }
    >
      {drafts.map(({ id, name }) => (
        <p key={id}>
          <bdi>{name}</bdi>
        </p>
      ))}
      {deletion.isError && <p>{t(error instanceof CannotTell ? 'left.cannotTell' : 'left.failed')}</p>}
    </Note>
  )
}
