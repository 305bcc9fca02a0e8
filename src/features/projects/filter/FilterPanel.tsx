import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectSearch } from '#/api/kpi/assets/project-search.ts'
import { SidePanel } from '#/ui/SidePanel.tsx'
import { CountryField, SectorField, TagField } from './ChoiceFields.tsx'
import { DaysField } from './DaysField.tsx'
import { FilterSection } from './FilterSection.tsx'
import { OwnerField } from './OwnerField.tsx'
import { PublicField } from './PublicField.tsx'
import { QuestionsField } from './QuestionsField.tsx'
import classes from './FilterPanel.module.css'
import { type FilterDraft, draftOf, problemOf, searchOf, withValue } from './filter-draft.ts'
import { FILTER_FIELDS, type FilterField, filteredFields, withoutFields } from './filter-fields.ts'

interface FilterPanelProps {
  draft: FilterDraft
  /** `null` takes back all changes. */
  onDraftChange: (draft: FilterDraft | null) => void
  /** The filter that is open at first; `null`: those that apply. */
  openField: FilterField | null
  /** Usernames that are suggested as owners. */
  owners: readonly string[]
  username: string
  onClose: () => void
  onApply: (search: ProjectSearch) => void
}

/** All filters of the list of projects. Nothing changes before they are applied; what is not applied is kept. */
export function FilterPanel(props: FilterPanelProps) {
  const { draft, onDraftChange, openField, owners, username, onClose, onApply } = props
  const { t } = useTranslation('project-list')
  const [atFirst] = useState(() => (openField === null ? filteredFields(searchOf(draft)) : [openField]))
  const [showsProblem, setShowsProblem] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const problem = problemOf(draft)

  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (problem === null) {
      onDraftChange(null)
      return onApply(searchOf(draft))
    }
    setShowsProblem(true)
    const section = form.current?.querySelector<HTMLDetailsElement>(`[data-field=${problem.field}]`)
    if (section) section.open = true
    section?.querySelector<HTMLElement>('input:not([type=radio])')?.focus()
  }
  const set = <Field extends FilterField>(field: Field, value: FilterDraft[Field] | undefined) =>
    onDraftChange(withValue(draft, field, value))
  const errorOf = (field: FilterField) =>
    showsProblem && problem?.field === field ? t(`filter.problem.${problem.problem}`) : null

  const inputs: Record<FilterField, () => ReactNode> = {
    owner: () => (
      <OwnerField
        value={draft.owner}
        username={username}
        owners={owners}
        error={errorOf('owner')}
        onChange={(value) => set('owner', value)}
      />
    ),
    countries: () => <CountryField values={draft.countries} onChange={(values) => set('countries', values)} />,
    sectors: () => <SectorField values={draft.sectors} onChange={(values) => set('sectors', values)} />,
    tags: () => <TagField values={draft.tags} onChange={(values) => set('tags', values)} />,
    modified: () => daysInput('modified'),
    created: () => daysInput('created'),
    deployed: () => daysInput('deployed'),
    questions: () => (
      <QuestionsField
        value={draft.questions}
        error={errorOf('questions')}
        onChange={(value) => set('questions', value)}
      />
    ),
    public: () => <PublicField value={draft.public} onChange={(value) => set('public', value)} />,
  }
  const daysInput = (field: 'modified' | 'created' | 'deployed') => (
    <DaysField
      label={t(`filter.field.${field}`)}
      value={draft[field]}
      error={errorOf(field)}
      onChange={(value) => set(field, value)}
    />
  )
  const isFiltered = filteredFields(searchOf(draft)).length > 0

  return (
    <SidePanel title={t('filter.title')} onClose={onClose}>
      <form ref={form} className={classes.form} onSubmit={apply} noValidate>
        <p className={classes.note}>{t('filter.help')}</p>
        {FILTER_FIELDS.map((field) => (
          <FilterSection
            key={field}
            field={field}
            isSet={filteredFields(searchOf(draft)).includes(field)}
            isOpenAtFirst={atFirst.includes(field)}
          >
            {inputs[field]}
          </FilterSection>
        ))}
        <div className={classes.actions}>
          {isFiltered && (
            <Button
              variant="subtle"
              onClick={() => onDraftChange(draftOf(withoutFields(searchOf(draft), FILTER_FIELDS)))}
            >
              {t('filter.clear')}
            </Button>
          )}
          <Button type="submit" className={classes.apply ?? ''}>
            {t('filter.apply')}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}
