import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Range } from '#/api/kpi/assets/project-search.ts'
import classes from './FilterPanel.module.css'

interface QuestionsFieldProps {
  /** As typed. */
  value: Range<string>
  error: string | null
  onChange: (value: Range<string>) => void
}

/** The lowest and the highest number of questions. */
export function QuestionsField({ value, error, onChange }: QuestionsFieldProps) {
  const { t } = useTranslation('project-list')
  return (
    <div className={classes.limits}>
      {(['from', 'to'] as const).map((side) => (
        <TextInput
          key={side}
          label={t(side === 'from' ? 'filter.fewest' : 'filter.most')}
          inputMode="numeric"
          error={side === 'from' ? error : null}
          value={value[side] ?? ''}
          onChange={({ currentTarget }) => onChange({ ...value, [side]: currentTarget.value })}
        />
      ))}
    </div>
  )
}
