import { Button, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import { NO_ACCESS, type Person } from '#/api/kpi/permissions/people.ts'
import { roleOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { newSharingJob, type PersonChange } from '#/features/sharing/job/sharing-job.ts'
import { useSharingJobControl } from '#/features/sharing/job/use-sharing-job.ts'
import { AccessDiffers } from '#/features/sharing/parts/AccessDiffers.tsx'
import { RoleSelect } from '#/features/sharing/parts/RoleSelect.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { ChosenAccess } from './ChosenAccess.tsx'
import { CheckProgress, CheckReport } from './ListCheck.tsx'
import { ListFile, readList } from './ListFile.tsx'
import { accessChoice, FIRST_CHOICE } from './access-choice.ts'
import { usernameProblem } from './check-username.ts'
import { namesIn } from './names-in.ts'
import { useFileDrop } from './use-file-drop.ts'
import { useNameCheck } from './use-name-check.ts'

interface AddPeopleProps {
  asset: Asset
  others: readonly Person[]
  /** A job is under way: another one waits. */
  isBusy: boolean
  onAdded: () => void
  onClose: () => void
}

/** A longer list scrolls. */
const MAX_ROWS = 8

/**
 * Adds one person, or a list of any length: its names are checked first, and nothing is sent before it is confirmed. Names
 * without an account stay in the field.
 */
export function AddPeople({ asset, others, isBusy, onAdded, onClose }: AddPeopleProps) {
  const { t } = useTranslation(['sharing', 'common'])
  const format = useFormat()
  const client = useQueryClient()
  const field = useRef<HTMLTextAreaElement>(null)
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const [done, setDone] = useState<{ names: string[]; role: RoleOrCustom } | null>(null)
  const form = useForm<{ username: string }>({ initialValues: { username: '' } })
  const owner = asset.owner__username
  const { username } = form.values
  const { held, partial, forEach } = accessChoice(choice)
  const isComplete = held.size > 0 && partial !== null

  const jobs = useSharingJobControl(asset.uid)
  const { check, progress, stop } = useNameCheck({ owner, others })
  const checked = check.data ?? null
  const change = useMutation(changeAccess(asset.uid))
  const add = useMutation({
    meta: { showsError: true },
    /** Returns whether there is such an account. */
    mutationFn: async (name: string) => {
      const user = await client.query({ ...userQueries.byName(name), staleTime: 0 })
      if (!user) return false
      const to = { to: held, partial: forEach(user.username) }
      const { state } = await change.mutateAsync({ username: user.username, from: NO_ACCESS, ...to })
      if (state !== 'differs') setDone({ names: [user.username], role: roleOf(held) })
      return true
    },
  })
  const difference = change.data?.state === 'differs' ? change.data.difference : null
  const { variables: written } = change
  const error = add.error ?? change.error
  const names = namesIn(username)

  useUnsaved(username.trim() !== '')
  useEffect(() => field.current?.focus(), [])

  const refuse = (text: string) => {
    form.setFieldError('username', text)
    field.current?.focus()
  }
  const clear = () => {
    form.setValues({ username: '' })
    setChoice(FIRST_CHOICE)
    field.current?.focus()
  }
  const edit = (text: string) => {
    form.setFieldValue('username', text)
    if (checked) check.reset()
  }

  const submit = () => {
    setDone(null)
    add.reset()
    change.reset()
    const [name = ''] = names
    if (names.length > 1) return check.mutate(names)
    const problem = usernameProblem(name, { owner, others })
    if (problem) return refuse(t(`add.problem.${problem}`, { name }))
    add.mutate(name, {
      onSuccess: (isFound) => {
        if (!isFound) return refuse(t('add.problem.unknown', { count: 1, names: name }))
        onAdded()
        clear()
      },
      onError: ({ kind, fields }) => {
        const text = kind === 'conflict' ? t('add.problem.already', { name }) : fields['user']
        if (text !== undefined) refuse(text)
      },
    })
  }

  const confirm = () => {
    if (!checked || !isComplete) return
    const changes = checked.found.map((name): [string, PersonChange] => [
      name,
      { from: NO_ACCESS, to: { held, partial: forEach(name) } },
    ])
    jobs.run(newSharingJob('add', new Map(changes)))
    onAdded()
    check.reset()
    const rest = checked.unknown.join('\n')
    if (rest === '') return onClose()
    form.setFieldValue('username', rest)
    refuse(
      t('add.problem.unknown', { count: checked.unknown.length, names: format.list(checked.unknown.slice(0, 10)) }),
    )
  }

  const readFile = async (file: File) => {
    const list = await readList(file).catch(() => null)
    if (!list || list.length === 0) return refuse(t('add.fileFailed'))
    edit([...new Set([...names, ...list])].join('\n'))
    field.current?.focus()
  }
  const dropTarget = useFileDrop<HTMLFormElement>((file) => void readFile(file))

  return (
    <form
      ref={dropTarget}
      className={classes.add}
      aria-label={t('add.label')}
      noValidate
      onSubmit={(event) => form.onSubmit(submit)(event)}
    >
      <div className={classes.addFields}>
        <Textarea
          ref={field}
          label={t('add.username')}
          description={t('add.usernameHelp')}
          rows={Math.min(MAX_ROWS, username.split('\n').length)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('username')}
          onChange={({ currentTarget }) => edit(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
        <RoleSelect
          label={t('add.role')}
          description={t('add.roleHelp')}
          value={choice.role}
          onChange={(role) => setChoice({ ...choice, role })}
        />
      </div>
      <ChosenAccess
        asset={asset}
        choice={choice}
        names={names}
        usernames={[owner, ...others.map((other) => other.username)]}
        onChange={setChoice}
      />
      {check.isPending && <CheckProgress progress={progress} onStop={stop} />}
      {check.isSuccess && !checked && <p role="status">{t('add.checkStopped')}</p>}
      {check.error && <ErrorPanel kind={check.error.kind} title={t('add.checkFailed')} message={check.error.message} />}
      {checked && <CheckReport checked={checked} />}
      {error && !form.errors['username'] && (
        <ErrorPanel
          isChange
          kind={error.kind}
          title={t(add.error ? 'add.failed' : 'change.failed')}
          message={error.message}
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
        <Button variant="default" onClick={onClose}>
          {t('common:action.close')}
        </Button>
        <ListFile onFile={(file) => void readFile(file)} />
        {checked && checked.found.length > 0 ? (
          <Button disabled={!isComplete || isBusy} onClick={confirm}>
            {t('add.confirm', { count: checked.found.length })}
          </Button>
        ) : (
          <Button type="submit" loading={add.isPending || check.isPending} disabled={!isComplete}>
            {t(names.length > 1 ? 'add.check' : 'add.submit')}
          </Button>
        )}
        <span role="status" className={classes.done}>
          {done &&
            t('add.done', { count: done.names.length, names: format.list(done.names), role: t(`role.${done.role}`) })}
        </span>
      </div>
    </form>
  )
}
