import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { ProjectSearch } from '#/api/kpi/assets/project-search.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { CopyButton } from '#/ui/CopyButton.tsx'
import classes from './FilterChips.module.css'
import { FILTER_FIELDS, type FilterField, filteredFields, withoutFields } from './filter-fields.ts'
import { useFilterText } from './use-filter-text.ts'

interface FilterChipsProps {
  search: ProjectSearch
  /** The projects that are shown. */
  projects: readonly AssetListItem[]
  username: string
  onChange: (search: ProjectSearch) => void
  /** Called to change one filter. */
  onEdit: (field: FilterField) => void
}

/** The filters of the list as texts, each with a button that removes it. */
export function FilterChips({ search, projects, username, onChange, onEdit }: FilterChipsProps) {
  const { t } = useTranslation('project-list')
  const textOf = useFilterText(search, projects, username)
  return (
    <div className={classes.applied}>
      <ul className={classes.chips} aria-label={t('filter.label')}>
        {filteredFields(search).map((field) => (
          <Chip
            key={field}
            field={field}
            text={textOf(field)}
            onEdit={() => onEdit(field)}
            onRemove={() => onChange(withoutFields(search, [field]))}
          />
        ))}
      </ul>
      <div className={classes.actions}>
        <CopyButton variant="subtle" text={location.href} label={t('filter.copyLink')} />
        <Button variant="subtle" onClick={() => onChange(withoutFields(search, FILTER_FIELDS))}>
          {t('filter.clear')}
        </Button>
      </div>
    </div>
  )
}

interface ChipProps {
  field: FilterField
  text: string
  onEdit: () => void
  onRemove: () => void
}

function Chip({ field, text, onEdit, onRemove }: ChipProps) {
  const { t } = useTranslation('project-list')
  const id = useId()
  return (
    <li className={classes.chip}>
      <UnstyledButton id={id} className={classes.text ?? ''} aria-haspopup="dialog" onClick={onEdit}>
        <Trans
          t={t}
          i18nKey="filter.chip"
          values={{ field: t(`filter.field.${field}`), value: text }}
          components={{ b: <b /> }}
        />
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t('filter.remove')}
        title={t('filter.remove')}
        aria-describedby={id}
        onClick={onRemove}
      >
        <IconX size={14} stroke={1.75} aria-hidden />
      </ActionIcon>
    </li>
  )
}
