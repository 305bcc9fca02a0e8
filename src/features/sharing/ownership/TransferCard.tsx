import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowsExchange, IconInfoCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { answerInvite } from '#/api/kpi/ownership/mutations.ts'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { InviteAnswers } from './InviteAnswers.tsx'
import { Person } from './Person.tsx'
import classes from './ownership.module.css'

const TransferDialog = lazyPart(async () => (await import('./TransferDialog.tsx')).TransferDialog)

/**
 * Handing a project over to another account, for its owner; and an invite to take it over, for whom it is. What the state of
 * an invite is, the project itself says: nothing more is requested.
 */
export function TransferCard({ asset, you }: { asset: Asset; you: string }) {
  const { t } = useTranslation('sharing')
  const [isOpen, dialog] = useDisclosure(false)
  const withdraw = useMutation(answerInvite())
  const { project_ownership: invite, owner__username: owner } = asset
  const isOpenInvite = invite !== null && (invite.status === 'pending' || invite.status === 'in_progress')
  if (owner !== you && !(isOpenInvite && invite.recipient === you)) return null
  return (
    <Card title={t('transfer.title')}>
      <div className={classes.card}>
        {isOpenInvite && invite.recipient === you ? (
          <>
            <p>
              <Trans t={t} i18nKey="transfer.offered" components={{ name: <Person>{invite.sender}</Person> }} />
            </p>
            <InviteAnswers url={invite.invite} />
          </>
        ) : isOpenInvite ? (
          <>
            <Note hue="petrol" icon={IconInfoCircle}>
              <p>
                <Trans
                  t={t}
                  i18nKey={invite.status === 'pending' ? 'transfer.pending' : 'transfer.inProgress'}
                  components={{ name: <Person>{invite.recipient}</Person> }}
                />
              </p>
            </Note>
            {invite.status === 'pending' && (
              <Button
                variant="default"
                loading={withdraw.isPending}
                onClick={() => withdraw.mutate({ url: invite.invite, answer: 'cancelled' })}
              >
                {t('transfer.withdraw')}
              </Button>
            )}
          </>
        ) : (
          <>
            <p>{t('transfer.text')}</p>
            <Button
              variant="default"
              aria-haspopup="dialog"
              leftSection={<IconArrowsExchange size={16} stroke={1.75} aria-hidden />}
              onClick={dialog.open}
            >
              {t('transfer.button')}
            </Button>
          </>
        )}
        {withdraw.error && (
          <ErrorPanel
            isChange
            kind={withdraw.error.kind}
            title={t('transfer.failed.cancelled')}
            message={withdraw.error.message}
          />
        )}
      </div>
      {isOpen && <TransferDialog asset={asset} you={you} onClose={dialog.close} />}
    </Card>
  )
}
