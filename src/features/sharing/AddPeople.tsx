import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Codename, withImplied } from '#/api/kpi/permissions/codenames.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import { NO_ACCESS, type Person } from '#/api/kpi/permissions/people.ts'
import { codenamesOf, roleOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { AccessDiffers } from './AccessDiffers.tsx'
import { PermissionBoxes } from './PermissionBoxes.tsx'
import { PersonSentence } from './PersonSentence.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { usernameProblem } from './check-username.ts'
import classes from './sharing.module.css'

interface AddPeopleProps {
  assetUid: string
  owner: string
  others: readonly Person[]
  onAdded: () => void
  onClose: () => void
}

/** What stands in the form for each new person: nobody is given more than was chosen for them. */
const FIRST: { username: string; role: RoleOrCustom } = { username: '', role: 'viewer' }
const FIRST_TICKED: ReadonlySet<Codename> = new Set(['view_asset'])

/** Gives people access, one after the other: by username, which is checked, with a role that says what it allows. */
export function AddPeople({ assetUid, owner, others, onAdded, onClose }: AddPeopleProps) {
  const { t } = useTranslation(['sharing', 'common'])
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const [ticked, setTicked] = useState(FIRST_TICKED)
  const [done, setDone] = useState('')
  const form = useForm<{ username: string; role: RoleOrCustom }>({ initialValues: FIRST })
  const { username, role } = form.values
  const held = role === 'custom' ? withImplied(ticked) : codenamesOf(role)

  const change = useMutation(changeAccess(assetUid))
  const add = useMutation({
    meta: { showsError: true },
    /** The username as the server spells it, and whether the access is as chosen; `null`: there is no such account. */
    mutationFn: async (name: string) => {
      const user = await client.query({ ...userQueries.byName(name), staleTime: 0 })
      if (!user) return null
      const { state } = await change.mutateAsync({ username: user.username, from: NO_ACCESS, to: held })
      return { username: user.username, isAsChosen: state !== 'differs' }
    },
  })
  const difference = change.data?.state === 'differs' ? change.data.difference : null
  const { variables: written } = change
  /** Of adding, or of finishing it. */
  const error = add.error ?? change.error

  useUnsaved(username.trim() !== '')
  useEffect(() => field.current?.focus(), [])

  const refuse = (text: string) => {
    form.setFieldError('username', text)
    field.current?.focus()
  }

  const submit = () => {
    setDone('')
    add.reset()
    change.reset()
    const name = username.trim()
    const problem = usernameProblem(name, { owner, others })
    if (problem) return refuse(t(`add.problem.${problem}`))
    add.mutate(name, {
      onSuccess: (added) => {
        if (added === null) return refuse(t('add.problem.unknown'))
        if (added.isAsChosen) setDone(t('add.done', { name: added.username, role: t(`role.${roleOf(held)}`) }))
        form.setValues(FIRST)
        setTicked(FIRST_TICKED)
        field.current?.focus()
        onAdded()
      },
      onError: ({ kind, fields }) => {
        const problem = kind === 'conflict' ? t('add.problem.already') : fields['user']
        if (problem !== undefined) refuse(problem)
      },
    })
  }

  return (
    <form
      className={classes.add}
      aria-label={t('add.label')}
      noValidate
      onSubmit={(event) => form.onSubmit(submit)(event)}
    >
      <div className={classes.addFields}>
        <TextInput
          ref={field}
          label={t('add.username')}
          description={t('add.usernameHelp')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onKeyDown={({ key }) => key === 'Escape' && onClose()}
          {...form.getInputProps('username')}
        />
        <RoleSelect
          label={t('add.role')}
          description={t('add.roleHelp')}
          value={role}
          onChange={(next) => form.setFieldValue('role', next)}
        />
      </div>
      {role === 'custom' && <PermissionBoxes ticked={ticked} onChange={setTicked} />}
      <div className={classes.consequences}>
        <p>
          {held.size === 0 ? (
            t('change.tickOne')
          ) : (
            <PersonSentence name={username.trim() || t('add.thisPerson')} access={{ held, partial: [] }} />
          )}
          {held.size > 0 && '. '}
          {role === 'collector' && t('why.collectorBlind')}
        </p>
      </div>
      {error && !form.errors['username'] && (
        <ErrorPanel
          isChange
          kind={error.kind}
          title={t(add.error ? 'add.failed' : 'change.failed')}
          words={error.message}
        />
      )}
      {difference && written && (
        <AccessDiffers
          difference={difference}
          isPending={change.isPending}
          onFinish={() => change.mutate({ ...written, from: difference.now })}
          onKeep={() => change.reset()}
        />
      )}
      <div className={classes.addActions}>
        <Button type="submit" loading={add.isPending} disabled={held.size === 0}>
          {t('add.submit')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:action.close')}
        </Button>
        <span role="status" className={classes.done}>
          {done}
        </span>
      </div>
    </form>
  )
}
