import { Anchor, Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Connection, connections } from '#/api/connection.ts'
import { toServerAddress } from '#/api/session/server-address.ts'
import { afterAccess, type SignInError, signInWithKey, signInWithPassword } from '#/api/session/sign-in.ts'
import { type HostAccess, requestHostAccess } from '#/lib/host-access.ts'
import { Note } from '#/ui/Note.tsx'
import { ServerWords } from '#/ui/ServerWords.tsx'
import { AccessQuestion } from './AccessQuestion.tsx'
import classes from './ConnectForm.module.css'
import { CredentialFields, type CredentialValues } from './CredentialFields.tsx'
import { type ServerOption, ServerPicker } from './ServerPicker.tsx'

interface ConnectFormProps {
  servers: ServerOption[]
  onConnected: (connection: Connection, options: { keep: boolean }) => void
}

interface Values extends CredentialValues {
  /** A server's address, or `other`. */
  server: string
  address: string
  keep: boolean
}

const OTHER = 'other'

/** The server that is chosen or typed; `null` where what is typed is none. */
const targetOf = ({ server, address }: Values) => (server === OTHER ? toServerAddress(address) : server)

/** Chooses a server and signs in, by password or API key. */
export function ConnectForm({ servers, onConnected }: ConnectFormProps) {
  const { t } = useTranslation('connection')
  const form = useForm<Values>({
    initialValues: {
      server: servers[0]?.url ?? OTHER,
      address: '',
      method: 'password',
      username: '',
      password: '',
      key: '',
      keep: false,
    },
    validate: {
      address: (address, { server }) =>
        server === OTHER && toServerAddress(address) === null ? t('address.invalid') : null,
      username: (username, { method }) => (method === 'password' && !username.trim() ? t('username.missing') : null),
      password: (password, { method }) => (method === 'password' && !password ? t('password.missing') : null),
      key: (key, { method }) => (method === 'key' && !key.trim() ? t('key.missing') : null),
    },
  })

  const signIn = useMutation<Connection, SignInError, Values & { access: Promise<HostAccess> }>({
    mutationFn: async ({ access, ...values }) => {
      await afterAccess(access)
      const { method, username, password, key } = values
      const target = targetOf(values) ?? ''
      return method === 'key'
        ? signInWithKey(target, key.trim())
        : signInWithPassword(target, username.trim(), password)
    },
    meta: { showsError: true },
    gcTime: 0, // a password is not kept longer than it takes
  })

  const { method, server, address } = form.values
  const failure = signIn.error?.failure
  const isRefused = failure === 'wrong-password' || failure === 'wrong-key'

  const changeMethod = (next: Values['method']) => {
    form.setFieldValue('method', next)
    form.clearErrors()
    signIn.reset()
  }

  return (
    <form
      className={classes.form}
      aria-labelledby="connect-title"
      onSubmit={form.onSubmit((values) => {
        const access = requestHostAccess(targetOf(values) ?? '') // at once: it must be asked for in the click
        const onSuccess = (connection: Connection) => onConnected(connection, { keep: values.keep })
        signIn.mutate({ ...values, access }, { onSuccess })
      })}
    >
      <h2 id="connect-title" className={classes.title}>
        {t('title')}
      </h2>
      <ServerPicker servers={servers} other={OTHER} {...form.getInputProps('server')} />
      {server === OTHER && (
        <TextInput
          label={t('address.label')}
          description={t('address.description')}
          placeholder="https://"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          {...form.getInputProps('address')}
        />
      )}
      <CredentialFields
        method={method}
        inputProps={(field) => form.getInputProps(field)}
        server={server === OTHER ? toServerAddress(address) : server}
        refusal={signIn.error}
        onUseKey={() => changeMethod('key')}
      />
      {failure && !isRefused && (
        <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t(`failure.${failure}.title`)}>
          <p>{t(`failure.${failure}.next`, { site: location.origin })}</p>
          <ServerWords>{signIn.error?.detail ?? ''}</ServerWords>
        </Note>
      )}
      <AccessQuestion server={targetOf(form.values)} />
      <Checkbox
        label={t('keep.label')}
        description={t(connections.areOfThePage() ? 'keep.blocked' : 'keep.description')}
        disabled={connections.areOfThePage()}
        {...form.getInputProps('keep', { type: 'checkbox' })}
      />
      <Button type="submit" loading={signIn.isPending} fullWidth>
        {t('connect')}
      </Button>
      <Anchor
        component="button"
        type="button"
        className={classes.switch ?? ''}
        onClick={() => changeMethod(method === 'key' ? 'password' : 'key')}
      >
        {t(method === 'key' ? 'usePassword' : 'useKey')}
      </Anchor>
    </form>
  )
}
