import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './FilterPanel.module.css'
import type { FilterField } from './filter-fields.ts'

interface FilterSectionProps {
  field: FilterField
  /** Whether the list is filtered by it. */
  isSet: boolean
  isOpenAtFirst: boolean
  /** Rendered as soon as the section is open, so that its choices are not requested before. */
  children: () => ReactNode
}

/** One filter of the panel, which can be opened. */
export function FilterSection({ field, isSet, isOpenAtFirst, children }: FilterSectionProps) {
  const { t } = useTranslation('project-list')
  const [wasOpen, setWasOpen] = useState(isOpenAtFirst)
  return (
    <details
      className={classes.section}
      data-field={field}
      open={isOpenAtFirst}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setWasOpen(true)
      }}
    >
      <summary className={classes.summary}>
        <span>{t(`filter.field.${field}`)}</span>
        {isSet && <span className={classes.set}>{t('filter.set')}</span>}
        <IconChevronDown className={classes.chevron} size={16} stroke={1.75} aria-hidden />
      </summary>
      <div className={classes.inputs}>{wasOpen && children()}</div>
    </details>
  )
}
