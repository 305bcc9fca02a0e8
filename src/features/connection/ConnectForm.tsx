import { Anchor, Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Connection, connections } from '#/api/connection.ts'
import { isUnencrypted } from '#/api/kpi/session/is-unencrypted.ts'
import { isOwnSite, isPublicServer, toServerAddress } from '#/api/kpi/session/server-address.ts'
import {
  requireHostAccess,
  type SignInError,
  type SignInFailure,
  signInWithKey,
  signInWithPassword,
} from '#/api/kpi/session/sign-in.ts'
import { type HostAccessResult, isExtension, requestHostAccess } from '#/lib/host-access.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { AccessQuestion } from './AccessQuestion.tsx'
import { ApiKeyHelp } from './ApiKeyHelp.tsx'
import classes from './ConnectForm.module.css'
import { CredentialFields, type CredentialValues } from './CredentialFields.tsx'
import { OAuthSignIn } from './OAuthSignIn.tsx'
import { type ServerOption, ServerPicker } from './ServerPicker.tsx'
import { SessionSignIn } from './SessionSignIn.tsx'
import { SignInFault } from './SignInFault.tsx'
import { UnreachableServer } from './UnreachableServer.tsx'

interface ConnectFormProps {
  servers: ServerOption[]
  /** The path of the app to open afterwards. */
  next: string
  /** Why a sign-in on the server's page failed. */
  problem?: { failure: SignInFailure; server: string | undefined } | undefined
  onConnected: (connection: Connection, options: { keep: boolean }) => void
}

interface Values extends CredentialValues {
  /** The address of a server, or `other`. */
  server: string
  address: string
  keep: boolean
}

const OTHER = 'other'

const UnencryptedDialog = lazyPart(async () => (await import('./UnencryptedDialog.tsx')).UnencryptedDialog)

/** The chosen or typed server; `null` if the typed address is invalid. */
const serverOf = ({ server, address }: Values) => (server === OTHER ? toServerAddress(address) : server)

/** The form to choose a server and sign in, with password or API key. */
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

  const signIn = useMutation<Connection, SignInError, Values & { access: Promise<HostAccessResult> }>({
    mutationFn: async ({ access, ...values }) => {
      await requireHostAccess(access)
      const { method, username, password, key } = values
      const target = serverOf(values) ?? ''
      return method === 'key'
        ? signInWithKey(target, key.trim())
        : signInWithPassword(target, username.trim(), password)
    },
    meta: { showsError: true },
    gcTime: 0, // do not keep the password
  })

  const [unsent, setUnsent] = useState<Values | null>(null)
  const [triesAnyway, setTriesAnyway] = useState(false)
  const send = (values: Values) => {
    const access = requestHostAccess(serverOf(values) ?? '') // before any await: needs the click
    const onSuccess = (connection: Connection) => onConnected(connection, { keep: values.keep })
    signIn.mutate({ ...values, access }, { onSuccess })
  }
  // The extension refuses such servers.
  const needsConfirmation = (values: Values) => !isExtension() && isUnencrypted(serverOf(values) ?? '')

  const { method, server, address } = form.values
  const failure = signIn.error?.failure
  // The extension has no URL to which a server could redirect.
  const chosen = isExtension() ? undefined : servers.find(({ url }) => url === server)
  const isOnSite = chosen?.session === true && isOwnSite(server)
  const hasOwnPage = isOnSite || chosen?.clientId !== undefined
  const isUnreachable = chosen !== undefined && !hasOwnPage && isPublicServer(server) && !isOwnSite(server)

  const changeMethod = (next: Values['method']) => {
    form.setFieldValue('method', next)
    form.clearErrors()
    signIn.reset()
  }

  const keep = (
    <Checkbox
      label={t('keep.label')}
      description={t(connections.areInMemoryOnly() ? 'keep.blocked' : 'keep.description')}
      disabled={connections.areInMemoryOnly()}
      {...form.getInputProps('keep', { type: 'checkbox' })}
    />
  )

  const signInFields = (
    <>
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
      {problem && chosen?.clientId === undefined && <SignInFault failure={problem.failure} server={problem.server} />}
      <CredentialFields
        method={method}
        inputProps={(field) => form.getInputProps(field)}
        server={server === OTHER ? toServerAddress(address) : server}
        refusal={signIn.error}
      />
      <AccessQuestion server={serverOf(form.values)} />
      {unsent && (
        <UnencryptedDialog
          server={serverOf(unsent) ?? ''}
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
      {/* Below the button, which must not move from under the pointer. */}
      {failure === 'wrong-password' && (
        <ApiKeyHelp
          server={serverOf(form.values)}
          message={signIn.error?.detail ?? ''}
          onUseKey={() => changeMethod('key')}
        />
      )}
      {failure && (
        <SignInFault
          failure={failure}
          server={serverOf(form.values) ?? undefined}
          isTyped={server === OTHER}
          detail={signIn.error?.detail}
        />
      )}
      <Anchor
        component="button"
        type="button"
        className={classes.switch ?? ''}
        onClick={() => changeMethod(method === 'key' ? 'password' : 'key')}
      >
        {t(method === 'key' ? 'usePassword' : 'useKey')}
      </Anchor>
    </>
  )

  return (
    <form
      className={classes.form}
      aria-labelledby="connect-title"
      onSubmit={form.onSubmit((values) => (needsConfirmation(values) ? setUnsent(values) : send(values)))}
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
      {isUnreachable && !triesAnyway ? (
        <UnreachableServer server={server} onTryAnyway={() => setTriesAnyway(true)} />
      ) : (
        signInFields
      )}
    </form>
  )
}
