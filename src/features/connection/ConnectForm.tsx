import { Anchor, Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Connection, connections } from '#/api/connection.ts'
import { isReadableOnTheWay } from '#/api/kpi/session/readable-on-the-way.ts'
import { isOwnSite, toServerAddress } from '#/api/kpi/session/server-address.ts'
import {
  afterAccess,
  type SignInError,
  type SignInFailure,
  signInWithKey,
  signInWithPassword,
} from '#/api/kpi/session/sign-in.ts'
import { type HostAccess, isExtension, requestHostAccess } from '#/lib/host-access.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { AccessQuestion } from './AccessQuestion.tsx'
import classes from './ConnectForm.module.css'
import { CredentialFields, type CredentialValues } from './CredentialFields.tsx'
import { OAuthSignIn } from './OAuthSignIn.tsx'
import { type ServerOption, ServerPicker } from './ServerPicker.tsx'
import { SessionSignIn } from './SessionSignIn.tsx'
import { SignInFault } from './SignInFault.tsx'

interface ConnectFormProps {
  servers: ServerOption[]
  /** Where to go on afterwards: a path of the app. */
  next: string
  /** What came of signing in at a server's own page. */
  problem?: { failure: SignInFailure; server: string | undefined } | undefined
  onConnected: (connection: Connection, options: { keep: boolean }) => void
}

interface Values extends CredentialValues {
  /** A server's address, or `other`. */
  server: string
  address: string
  keep: boolean
}

const OTHER = 'other'

const ReadableDialog = lazyPart(async () => (await import('./ReadableDialog.tsx')).ReadableDialog)

/** The server that is chosen or typed; `null` where what is typed is none. */
const targetOf = ({ server, address }: Values) => (server === OTHER ? toServerAddress(address) : server)

/** Chooses a server and signs in, by password or API key. */
export function ConnectForm({ servers, next, problem, onConnected }: ConnectFormProps) {
  const { t } = useTranslation('connection')
  const form = useForm<Values>({
    initialValues: {
      server: (servers.find(({ url }) => url === problem?.server) ?? servers[0])?.url ?? OTHER,
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

  const [unsent, setUnsent] = useState<Values | null>(null)
  const send = (values: Values) => {
    const access = requestHostAccess(targetOf(values) ?? '') // at once: it must be asked for in the click
    const onSuccess = (connection: Connection) => onConnected(connection, { keep: values.keep })
    signIn.mutate({ ...values, access }, { onSuccess })
  }
  // An extension sends nothing there at all.
  const isAskedFirst = (values: Values) => !isExtension() && isReadableOnTheWay(targetOf(values) ?? '')

  const { method, server, address } = form.values
  const failure = signIn.error?.failure
  // An extension is no site that a server could lead back to.
  const chosen = isExtension() ? undefined : servers.find(({ url }) => url === server)
  const isOnSite = chosen?.session === true && isOwnSite(server)
  const hasOwnPage = isOnSite || chosen?.clientId !== undefined

  const changeMethod = (next: Values['method']) => {
    form.setFieldValue('method', next)
    form.clearErrors()
    signIn.reset()
  }

  const keep = (
    <Checkbox
      label={t('keep.label')}
      description={t(connections.areOfThePage() ? 'keep.blocked' : 'keep.description')}
      disabled={connections.areOfThePage()}
      {...form.getInputProps('keep', { type: 'checkbox' })}
    />
  )

  return (
    <form
      className={classes.form}
      aria-labelledby="connect-title"
      onSubmit={form.onSubmit((values) => (isAskedFirst(values) ? setUnsent(values) : send(values)))}
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
      {hasOwnPage && keep}
      {isOnSite && (
        <SessionSignIn server={server} onConnected={(own) => onConnected(own, { keep: form.values.keep })} />
      )}
      {chosen?.clientId !== undefined && (
        <OAuthSignIn
          key={server}
          server={server}
          name={chosen.name}
          clientId={chosen.clientId}
          next={next}
          keep={form.values.keep}
          failure={problem?.failure}
        />
      )}
      {problem && chosen?.clientId === undefined && <SignInFault failure={problem.failure} />}
      <CredentialFields
        method={method}
        inputProps={(field) => form.getInputProps(field)}
        server={server === OTHER ? toServerAddress(address) : server}
        refusal={signIn.error}
        onUseKey={() => changeMethod('key')}
      />
      {failure && <SignInFault failure={failure} detail={signIn.error?.detail} />}
      <AccessQuestion server={targetOf(form.values)} />
      {unsent && (
        <ReadableDialog
          server={targetOf(unsent) ?? ''}
          onClose={() => setUnsent(null)}
          onConfirm={() => {
            setUnsent(null)
            send(unsent)
          }}
        />
      )}
      {!hasOwnPage && keep}
      <Button type="submit" variant={hasOwnPage ? 'default' : 'filled'} loading={signIn.isPending} fullWidth>
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
