import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { ROLES } from '#/api/kpi/permissions/roles.ts'
import { useAccessName } from '#/features/access-review/AccessMark.tsx'
import { Dialog, DialogActions } from '#/ui/dialogs/Dialog.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { canBeLimited, type TeamList } from './team-list.ts'
import classes from './teams.module.css'

interface TeamFormProps {
  /** `null` for a new list. */
  team: TeamList | null
  /** Of all lists. */
  names: readonly string[]
  onSave: (team: TeamList) => void
  onClose: () => void
}

/** The usernames in a text, each once. They are separated by spaces, commas or semicolons, which no username has. */
const namesIn = (text: string): string[] => [...new Set(text.split(/[\s,;،؛]+/).filter(Boolean))]

/** Makes or changes a team list. */
export function TeamForm({ team, names, onSave, onClose }: TeamFormProps) {
  const { t } = useTranslation(['access', 'common'])
  const nameOf = useAccessName()
  const form = useForm({
    initialValues: {
      name: team?.name ?? '',
      people: team?.people.join('\n') ?? '',
      role: team?.role ?? 'reviewer',
      ownOnly: team?.ownOnly ?? false,
    },
    validate: {
      name: (name) =>
        name.trim() === ''
          ? t('access:teams.problem.name')
          : name.trim() !== team?.name && names.includes(name.trim())
            ? t('access:teams.problem.taken')
            : null,
      people: (people) => (namesIn(people).length === 0 ? t('access:teams.problem.people') : null),
    },
  })
  const { role } = form.values
  const isLimitable = canBeLimited(role)
  useUnsaved(form.isDirty())
  return (
    <Dialog
      opened
      onClose={onClose}
      closeOnClickOutside={!form.isDirty()}
      title={team ? t('access:teams.edit', { name: team.name }) : t('access:teams.new')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        noValidate
        onSubmit={(event) =>
          form.onSubmit(({ name, people, ownOnly, ...rest }) =>
            onSave({ ...rest, name: name.trim(), people: namesIn(people), ownOnly: ownOnly && isLimitable }),
          )(event)
        }
      >
        <div className={classes.body}>
          <TextInput label={t('access:teams.name')} data-autofocus {...form.getInputProps('name')} />
          <Textarea
            label={t('access:teams.people')}
            description={t('access:teams.peopleHelp')}
            rows={6}
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('people')}
          />
          <NativeSelect
            label={t('access:teams.role')}
            data={ROLES.map((value) => ({ value, label: nameOf(value) }))}
            {...form.getInputProps('role')}
          />
          <Checkbox
            label={t('access:teams.ownOnly')}
            description={isLimitable ? t('access:teams.ownOnlyHelp') : t('access:teams.notLimitable')}
            disabled={!isLimitable}
            {...form.getInputProps('ownOnly', { type: 'checkbox' })}
          />
        </div>
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit">{t('common:action.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
