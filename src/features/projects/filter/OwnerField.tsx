import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isolate } from '#/lib/bidi.ts'
import { ListPicker } from '#/ui/ListPicker.tsx'
import classes from './FilterPanel.module.css'

interface OwnerFieldProps {
  /** A username; with `-` before it, everybody else. */
  value: string | undefined
  /** The current user. */
  username: string
  owners: readonly string[]
  error: string | null
  onChange: (value: string | undefined) => void
}

const KINDS = ['anyone', 'me', 'others', 'person'] as const
type Kind = (typeof KINDS)[number]

/** Whose projects are listed: one's own, those of others, or those of a person. */
export function OwnerField({ value, username, owners, error, onChange }: OwnerFieldProps) {
  const { t } = useTranslation('project-list')
  const [isPerson, setIsPerson] = useState(false)
  const kind: Kind =
    value === `-${username}`
      ? 'others'
      : value === username && !isPerson
        ? 'me'
        : value !== undefined || isPerson
          ? 'person'
          : 'anyone'
  const choose = (next: string) => {
    setIsPerson(next === 'person')
    onChange(next === 'me' ? username : next === 'others' ? `-${username}` : next === 'person' ? '' : undefined)
  }
  return (
    <>
      <Radio.Group label={t('filter.field.owner')} value={kind} onChange={choose}>
        <div className={classes.choices}>
          {KINDS.map((each) => (
            <Radio key={each} value={each} label={t(`filter.owner.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      {kind === 'person' && (
        <ListPicker
          label={t('filter.owner.username')}
          placeholder={t('filter.owner.typeUsername')}
          options={owners.map((name) => ({ value: name, label: name }))}
          selected={value ? [value.replace('-', '')] : []}
          error={error}
          nothingFound={t('filter.owner.typeUsername')}
          removeLabel={(name) => t('filter.removeValue', { value: isolate(name) })}
          onPick={(name) => onChange(name === value ? '' : name)}
          onAdd={(name) => onChange(name)}
        />
      )}
    </>
  )
}
