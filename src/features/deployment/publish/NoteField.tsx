import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LONGEST_NOTE } from '#/api/kpi/publishing-notes/schema.ts'

interface NoteFieldProps {
  value: string
  onChange: (value: string) => void
  disabled?: boolean
}

/** The publishing note: what changed, for the team. */
export function NoteField({ value, onChange, disabled = false }: NoteFieldProps) {
  const { t } = useTranslation('deployment')
  return (
    <Textarea
      label={t('note.label')}
      description={t('note.who')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      maxLength={LONGEST_NOTE}
      autosize
      minRows={2}
      maxRows={6}
      disabled={disabled}
    />
  )
}
