import { Anchor, PasswordInput, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { connectionOf } from '#/api/client.ts'
import { KeyRenewalError } from '#/api/kpi/account/key-renewal.ts'
import { renewKey } from '#/api/kpi/account/mutations.ts'
import { accountPageAddress } from '#/api/kpi/session/server-address.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { ServerMessage } from '#/ui/feedback/ServerMessage.tsx'
import classes from './security.module.css'

interface RenewKeyDialogProps {
  onClose: () => void
  onRenewed: () => void
}

/** Replaces the API key. Says first what stops working, and after an error which key works. */
export function RenewKeyDialog({ onClose, onRenewed }: RenewKeyDialogProps) {
  const { t } = useTranslation('account')
  const connection = connectionOf(useQueryClient())
  const needsPassword = connection?.auth.scheme === 'key'
  const page = connection ? accountPageAddress(connection, 'security') : null
  const [password, setPassword] = useState('')
  const [isMissing, setMissing] = useState(false)
  // What the last attempt left: the next one replaces the same key. A mutation forgets it when it runs again.
  const [left, setLeft] = useState<KeyRenewalError | null>(null)
  const renew = useMutation(renewKey())
  const { error } = renew
  const isRefused =
    needsPassword && left?.state === 'kept' && (error?.kind === 'signed-out' || error?.kind === 'forbidden')

  const submit = () => {
    setMissing(needsPassword && password === '')
    if (renew.isPending || (needsPassword && password === '')) return
    renew.mutate(
      { ...(needsPassword && { password }), left },
      {
        onSuccess: () => {
          renew.reset() // it holds the password and the key
          onRenewed()
        },
        onError: (failure) => setLeft(failure instanceof KeyRenewalError ? failure : null),
      },
    )
  }

  return (
    <ConfirmDialog
      opened
      title={t('renew.question')}
      hue="brick"
      {...(left && left.state !== 'kept' && { cancelLabel: t('renew.close') })}
      confirmLabel={t(left ? 'renew.again' : 'renew.confirm')}
      confirmIcon={<IconKey size={16} stroke={1.75} aria-hidden />}
      pending={renew.isPending}
      onClose={onClose}
      onConfirm={submit}
    >
      <p>{t('renew.stops')}</p>
      <ul className={classes.list}>
        <li>{t('renew.scripts')}</li>
        <li>{t('renew.devices')}</li>
        <li>{t(needsPassword ? 'renew.here' : 'renew.notHere')}</li>
      </ul>
      {needsPassword && (
        <form
          className={classes.fields}
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <p>{t('renew.password.why')}</p>
          <TextInput
            label={t('profile.username')}
            autoComplete="username"
            readOnly
            value={connection.username}
            dir="auto"
          />
          <PasswordInput
            label={t('renew.password.label')}
            autoComplete="current-password"
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': t('renew.password.show') }}
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            error={isMissing ? t('renew.password.missing') : isRefused ? t('renew.password.refused') : null}
          />
          {isRefused && <ServerMessage>{error.message}</ServerMessage>}
          <button type="submit" hidden aria-hidden tabIndex={-1} />
        </form>
      )}
      {error && !isRefused && (
        <ErrorPanel
          kind={error.kind}
          title={t(`renew.failed.${left?.state ?? 'kept'}.title`)}
          explanation={t(`renew.failed.${left?.state ?? 'kept'}.text`)}
          message={error.message}
        />
      )}
      {needsPassword && (
        <p className={classes.small}>
          {t('renew.withoutPassword')}{' '}
          {page !== null && (
            <Anchor href={page} target="_blank" rel="noreferrer" inherit>
              {t('profile.openServer')}
            </Anchor>
          )}
        </p>
      )}
    </ConfirmDialog>
  )
}
