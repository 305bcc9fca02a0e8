import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveProfile } from '#/api/kpi/account/mutations.ts'
import {
  changedFields,
  missingFields,
  type Profile,
  type ProfileField as Field,
  profileOf,
} from '#/api/kpi/account/profile.ts'
import type { Account } from '#/api/kpi/account/schema.ts'
import type { ProfileForm as ProfileChoices } from '#/api/kpi/environment/schema.ts'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { ProfileField } from './ProfileField.tsx'
import { useValueText } from './use-value-text.ts'
import classes from './profile.module.css'

interface ProfileFormProps {
  account: Account
  fields: readonly Field[]
  choices: ProfileChoices
  /** Whether the account belongs to an organization with several members, which decides some fields. */
  isMember: boolean
}

/** The fields of a profile that the server offers. Where another tab or device was faster, the person decides. */
export function ProfileForm({ account, fields, choices, isMember }: ProfileFormProps) {
  const { t } = useTranslation('account')
  const textOf = useValueText(choices)
  const now = profileOf(account.extra_details, fields)
  // The profile that was shown when editing began, to detect other changes.
  const [from, setFrom] = useState(now)
  const [values, setValues] = useState(now)
  const [isChecked, setChecked] = useState(false)
  const startFrom = (profile: Profile) => {
    setFrom(profile)
    setValues(profile)
    setChecked(false)
  }
  const changed = changedFields(from, values)
  const isChanged = changed.length > 0
  if (!isChanged && changedFields(from, now).length > 0) startFrom(now)
  useUnsaved(isChanged)
  const save = useMutation(saveProfile())
  const missing = isChecked ? missingFields(fields, values) : []
  const isConflict = save.error?.kind === 'conflict'
  const theirs = changed.filter((name) => now[name] !== from[name])

  /** Only what was edited: other fields keep the values of `before`. */
  const start = (before: Profile) =>
    save.mutate(
      {
        fields,
        from: before,
        to: { ...before, ...Object.fromEntries(changed.map((name) => [name, values[name] ?? ''])) },
      },
      { onSuccess: (saved) => startFrom(profileOf(saved.extra_details, fields)) },
    )

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (missingFields(fields, values).length === 0) start(from)
      }}
      noValidate
    >
      {fields.length === 0 && <p>{t('profile.noFields')}</p>}
      {fields.map((field) => (
        <ProfileField
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          choices={choices}
          isLocked={isMember && field.isOfOrganization}
          error={missing.includes(field.name) ? t('profile.missing') : null}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      {isConflict && (
        <ConflictNote
          title={t('profile.conflict')}
          actions={
            <>
              <Button
                variant="default"
                onClick={() => {
                  startFrom(now)
                  save.reset()
                }}
              >
                {t('profile.keepTheirs')}
              </Button>
              <Button variant="default" loading={save.isPending} onClick={() => start(now)}>
                {t('profile.useMine')}
              </Button>
            </>
          }
        >
          <p>{t('profile.conflictText')}</p>
          <ul className={classes.differences}>
            {fields
              .filter(({ name }) => theirs.includes(name))
              .map((field) => (
                <li key={field.name} dir="auto">
                  {t('profile.difference', { field: field.label, value: textOf(field, now[field.name]) })}
                </li>
              ))}
          </ul>
        </ConflictNote>
      )}
      {save.error && !isConflict && (
        <ErrorPanel isChange kind={save.error.kind} title={t('profile.notSaved')} message={save.error.message} />
      )}
      {fields.length > 0 && (
        <div className={classes.actions}>
          <Button type="submit" loading={save.isPending} disabled={!isChanged}>
            {t('profile.save')}
          </Button>
          {isChanged && (
            <Button variant="subtle" disabled={save.isPending} onClick={() => startFrom(now)}>
              {t('profile.discard')}
            </Button>
          )}
          <span role="status">{save.isSuccess && !isChanged && t('profile.saved')}</span>
        </div>
      )}
    </form>
  )
}
