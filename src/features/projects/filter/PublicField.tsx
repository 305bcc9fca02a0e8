import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PUBLIC_FILTERS, type PublicFilter } from '#/api/kpi/assets/project-search.ts'
import classes from './FilterPanel.module.css'

interface PublicFieldProps {
  value: PublicFilter | undefined
  onChange: (value: PublicFilter | undefined) => void
}

/** What anyone can do with the listed projects without signing in. */
export function PublicField({ value, onChange }: PublicFieldProps) {
  const { t } = useTranslation('project-list')
  return (
    <Radio.Group
      label={t('filter.field.public')}
      description={t('filter.public.help')}
      value={value ?? 'all'}
      onChange={(next) => onChange(PUBLIC_FILTERS.find((filter) => filter === next))}
    >
      <div className={classes.choices}>
        {(['all', ...PUBLIC_FILTERS] as const).map((filter) => (
          <Radio key={filter} value={filter} label={t(`filter.public.${filter}`)} />
        ))}
      </div>
    </Radio.Group>
  )
}
