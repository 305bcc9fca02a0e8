import { Autocomplete, Button, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIONS, type Action } from '#/api/kpi/history/actions.ts'
import { isolate } from '#/lib/bidi.ts'
import classes from './Activity.module.css'
import { actionName } from './sentence.ts'
import type { ActivityFilter } from './use-activity-filter.ts'

type Group = 'form' | 'project' | 'access' | 'submissions' | 'links' | 'unknown'

/** The first action of each group, in the order of `ACTIONS`. */
const GROUP_STARTS: Partial<Record<Action, Group>> = {
  deploy: 'form',
  'update-name': 'project',
  'modify-user-permissions': 'access',
  'add-submission': 'submissions',
  'register-service': 'links',
}

interface ActivityFiltersProps {
  filter: ActivityFilter
  isFiltered: boolean
  /** The actions that occur; `undefined` where they are not known. */
  actions: readonly string[] | undefined
  /** Usernames to choose from; others can be typed. */
  people: readonly string[]
  onChange: (changes: Partial<ActivityFilter>) => void
}

/** What, who and when: each is searched by the server. */
export function ActivityFilters({ filter, isFiltered, actions, people, onChange }: ActivityFiltersProps) {
  const { t } = useTranslation(['activity', 'sharing'])
  const [typed, setTyped] = useState(filter.person)
  const [seenPerson, setSeenPerson] = useState(filter.person)
  if (seenPerson !== filter.person) {
    setSeenPerson(filter.person)
    setTyped(filter.person)
  }
  const offered = new Set([...(actions ?? ACTIONS), ...(filter.action === '' ? [] : [filter.action])])
  const choosePerson = (person: string) => {
    if (person.trim() !== filter.person) onChange({ person: person.trim() })
  }

  return (
    <search className={classes.filters} aria-label={t('activity:filter.label')}>
      <NativeSelect
        className={classes.field ?? ''}
        label={t('activity:filter.action')}
        value={filter.action}
        onChange={({ currentTarget }) => onChange({ action: currentTarget.value })}
      >
        <option value="">{t('activity:filter.anyAction')}</option>
        {groupsOf(offered).map(([group, members]) => (
          <optgroup key={group} label={t(`activity:group.${group}`)}>
            {members.map((action) => (
              <option key={action} value={action}>
                {actionName(action, t)}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      <Autocomplete
        className={classes.field ?? ''}
        label={t('activity:filter.person')}
        placeholder={t('activity:filter.anyone')}
        data={[...people]}
        value={typed}
        onChange={setTyped}
        onOptionSubmit={choosePerson}
        onBlur={() => choosePerson(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choosePerson(typed)
        }}
        renderOption={({ option }) => <bdi>{isolate(option.value)}</bdi>}
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextInput
        type="date"
        label={t('activity:filter.from')}
        value={filter.from}
        max={filter.to || undefined}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('activity:filter.to')}
        value={filter.to}
        min={filter.from || undefined}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
      />
      {isFiltered && (
        <Button variant="subtle" onClick={() => onChange({ action: '', person: '', from: '', to: '' })}>
          {t('activity:filter.clear')}
        </Button>
      )}
      <Switch
        className={classes.views ?? ''}
        label={t('activity:filter.views')}
        checked={filter.views || filter.action === 'view-data'}
        disabled={filter.action !== ''}
        onChange={({ currentTarget }) => onChange({ views: currentTarget.checked })}
      />
    </search>
  )
}

/** The actions by group; those that the app does not know last. */
function groupsOf(actions: ReadonlySet<string>): [Group, string[]][] {
  const groups = new Map<Group, string[]>()
  let current: Group = 'unknown'
  for (const action of ACTIONS) {
    current = GROUP_STARTS[action] ?? current
    if (actions.has(action)) groups.set(current, [...(groups.get(current) ?? []), action])
  }
  const unknown = [...actions].filter((action) => !(ACTIONS as readonly string[]).includes(action))
  return [...groups, ...(unknown.length > 0 ? [['unknown', unknown] as [Group, string[]]] : [])]
}
