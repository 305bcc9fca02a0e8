import { Anchor, Button } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { connectionOf } from '#/api/client.ts'
import { signOutEverywhere } from '#/api/kpi/account/mutations.ts'
import { Card } from '#/ui/Card.tsx'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './security.module.css'

/** How this browser is signed in, and ending all sessions. */
export function SignInsCard({ activityPath }: { activityPath?: string | undefined }) {
  const { t } = useTranslation('account')
  const scheme = connectionOf(useQueryClient())?.auth.scheme ?? 'key'
  const signOut = useMutation(signOutEverywhere())
  const [isAsking, setAsking] = useState(false)
  return (
    <Card title={t('signIns.title')}>
      <div className={classes.stack}>
        <p>{t(`signIns.by.${scheme}`)}</p>
        {activityPath !== undefined && (
          <Anchor component={Link} to={activityPath}>
            {t('signIns.activity')}
          </Anchor>
        )}
        <p>{t('signIns.text')}</p>
        <Button
          variant="default"
          leftSection={<IconLogout size={16} stroke={1.75} className="fb-flip" aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('signIns.open')}
        </Button>
        <span role="status">{signOut.isSuccess && t('signIns.done')}</span>
      </div>
      <ConfirmDialog
        opened={isAsking}
        title={t('signIns.question')}
        hue="brick"
        confirmLabel={t('signIns.confirm')}
        pending={signOut.isPending}
        onClose={() => {
          setAsking(false)
          if (signOut.isError) signOut.reset()
        }}
        onConfirm={() => signOut.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <ul className={classes.list}>
          <li>{t('signIns.ends')}</li>
          <li>{t(scheme === 'session' ? 'signIns.here' : 'signIns.notHere')}</li>
          <li>{t('signIns.keysStay')}</li>
        </ul>
        {signOut.error && (
          <ErrorPanel isChange kind={signOut.error.kind} title={t('signIns.failed')} message={signOut.error.message} />
        )}
      </ConfirmDialog>
    </Card>
  )
}
