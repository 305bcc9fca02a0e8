import { Checkbox, Radio, TagsInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import type { ApiError } from '#/api/errors.ts'
import { type Role, ROLES } from '#/api/kpi/permissions/roles.ts'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { newProjectJob } from '#/features/project-actions/jobs/project-job.ts'
import { peopleOf, possibilityOf } from '#/features/project-actions/project-can.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Obstacles } from './Obstacles.tsx'
import type { ActionDialogProps } from './dialog-props.ts'

/** Shares projects with people in a role, which is added to what they can do already, or replaces it. */
export function ShareDialog({ projects, username, onStart, onClose }: ActionDialogProps) {
  const { t } = useTranslation(['project-actions', 'sharing'])
  const client = useQueryClient()
  const [chosen, setChosen] = useState<string[]>([])
  const [typed, setTyped] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [isExact, setIsExact] = useState(false)
  const [check, setCheck] = useState<{ isPending: boolean; unknown: string[]; error: ApiError | null }>(NO_CHECK)
  const possibility = possibilityOf('share', projects, username)
  const { possible } = possibility
  const people = namesOf([...chosen, typed])
  const owned = possible.filter(({ owner__username: owner }) => people.includes(owner)).length
  const known = [...new Set(possible.flatMap(peopleOf))].toSorted()

  /** The server has a spelling of its own; a name that it does not know fails the whole request [0620]. */
  const start = async () => {
    setCheck({ ...NO_CHECK, isPending: true })
    try {
      const usernames: string[] = []
      const unknown: string[] = []
      for (const name of people) {
        const user = await client.query(userQueries.byName(name))
        if (user) usernames.push(user.username)
        else unknown.push(name)
      }
      setCheck({ ...NO_CHECK, unknown })
      if (unknown.length === 0) onStart(newProjectJob({ kind: 'share', usernames, role, isExact }, possible))
    } catch (thrown) {
      setCheck({ ...NO_CHECK, error: apiErrors.from(thrown) })
    }
  }

  return (
    <ConfirmDialog
      opened
      title={t('share.title', { count: possible.length })}
      confirmLabel={t('share.confirm', { count: possible.length })}
      confirmIcon={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
      ready={people.length > 0 && possible.length > 0}
      pending={check.isPending}
      onConfirm={() => void start()}
      onClose={onClose}
    >
      <Obstacles {...possibility} />
      <TagsInput
        label={t('share.people')}
        description={t('share.peopleHelp')}
        data={known}
        value={chosen}
        onChange={(next) => setChosen(namesOf(next))}
        searchValue={typed}
        onSearchChange={setTyped}
        splitChars={[',', ' ', ';', '\n']}
        acceptValueOnBlur
        error={check.unknown.length > 0 && t('share.unknown', { names: check.unknown.join(', ') })}
        openOnFocus={false}
        data-autofocus
      />
      <Radio.Group label={t('share.role')} value={role} onChange={setRole}>
        {ROLES.map((each) => (
          <Radio
            key={each}
            value={each}
            my={6}
            label={t(`sharing:role.${each}`)}
            description={t(`sharing:roles.${each}`)}
          />
        ))}
      </Radio.Group>
      <Checkbox
        label={t('share.exact')}
        description={t(isExact ? 'share.exactHelp' : 'share.addHelp')}
        checked={isExact}
        onChange={({ currentTarget }) => setIsExact(currentTarget.checked)}
      />
      {owned > 0 && <p role="status">{t('share.owned', { count: owned })}</p>}
      {check.error && (
        <ErrorPanel kind={check.error.kind} title={t('share.notChecked')} message={check.error.message} />
      )}
    </ConfirmDialog>
  )
}

const NO_CHECK = { isPending: false, unknown: [], error: null }

/** Usernames, without empty and repeated ones. */
const namesOf = (texts: readonly string[]) => [...new Set(texts.flatMap((text) => text.match(/[^\s,;]+/g) ?? []))]
