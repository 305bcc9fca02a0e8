import { Anchor } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconLogin } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { type SignInError, signInWithKey, signInWithPassword } from '#/api/kpi/session/sign-in.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import classes from './ConnectForm.module.css'
import { CredentialFields, type CredentialValues } from './CredentialFields.tsx'
import { SignInAgainReason } from './SignInAgainReason.tsx'
import { SignInFault } from './SignInFault.tsx'
import type { SignInAgainProps } from './sign-in-again-props.ts'

/** Signs in again with password or API key. */
export function SignInAgainDialog({ opened, connection, onSignedIn, onClose }: SignInAgainProps) {
  const { t } = useTranslation('connection')
  const { server, username } = connection
  const form = useForm<CredentialValues>({
    initialValues: { method: 'password', username, password: '', key: '' },
    validate: {
      password: (password, { method }) => (method === 'password' && !password ? t('password.missing') : null),
      key: (key, { method }) => (method === 'key' && !key.trim() ? t('key.missing') : null),
    },
  })
  const signIn = useMutation<Connection, SignInError, CredentialValues>({
    mutationFn: ({ method, password, key }) =>
      method === 'key' ? signInWithKey(server, key.trim()) : signInWithPassword(server, username, password),
    onSuccess: (found) => {
      if (found.username === username) onSignedIn(found.auth)
    },
    meta: { showsError: true },
    gcTime: 0,
  })
  const { method } = form.values
  const failure = signIn.error?.failure
  const other = signIn.data && signIn.data.username !== username ? signIn.data.username : null

  const submit = form.onSubmit((values) => signIn.mutate(values))
  const changeMethod = (next: CredentialValues['method']) => {
    form.setFieldValue('method', next)
    form.clearErrors()
    signIn.reset()
  }

  return (
    <ConfirmDialog
      opened={opened}
      title={t('again.title')}
      cancelLabel={t('again.later')}
      confirmLabel={t('again.confirm')}
      confirmIcon={<IconLogin size={16} stroke={1.75} className="fb-flip" aria-hidden />}
      pending={signIn.isPending}
      onClose={onClose}
      onConfirm={submit}
    >
      <SignInAgainReason connection={connection} />
      <form className={classes.fields} onSubmit={submit}>
        <CredentialFields
          method={method}
          inputProps={(field) => form.getInputProps(field)}
          isSameAccount
          server={server}
          refusal={signIn.error}
          keyProblem={other !== null && t('again.other', { other, username })}
          onUseKey={() => changeMethod('key')}
        />
        {failure && <SignInFault failure={failure} server={server} detail={signIn.error?.detail} />}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      <Anchor
        component="button"
        type="button"
        className={classes.switch ?? ''}
        onClick={() => changeMethod(method === 'key' ? 'password' : 'key')}
      >
        {t(method === 'key' ? 'usePassword' : 'useKey')}
      </Anchor>
    </ConfirmDialog>
  )
}
