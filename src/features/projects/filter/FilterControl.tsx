import { Button } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectSearch } from '#/api/kpi/assets/project-search.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { FilterChips } from './FilterChips.tsx'
import { type FilterDraft, draftOf } from './filter-draft.ts'
import { type FilterField, filteredFields } from './filter-fields.ts'

const FilterPanel = lazyPart(async () => (await import('./FilterPanel.tsx')).FilterPanel)

export interface FilterControlProps {
  search: ProjectSearch
  /** The projects that are shown. */
  projects: readonly AssetListItem[]
  /** The current user. */
  username: string
  onChange: (search: ProjectSearch) => void
}

/** The button that opens the filters, and those that apply. */
export function FilterControl({ search, projects, username, onChange }: FilterControlProps) {
  const { t } = useTranslation('project-list')
  const [opened, setOpened] = useState<FilterField | 'first' | null>(null)
  const { draft, setDraft } = useDraft(search)
  const count = filteredFields(search).length
  return (
    <>
      <Button
        variant="default"
        aria-haspopup="dialog"
        leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
        onClick={() => setOpened('first')}
      >
        {count === 0 ? t('filter.button') : t('filter.buttonCount', { count })}
      </Button>
      {count > 0 && (
        <FilterChips
          search={search}
          projects={projects}
          username={username}
          onChange={onChange}
          onEdit={(field) => setOpened(field)}
        />
      )}
      {opened !== null && (
        <FilterPanel
          draft={draft}
          onDraftChange={setDraft}
          openField={opened === 'first' ? null : opened}
          owners={[...new Set(projects.map(({ owner__username: owner }) => owner))]}
          username={username}
          onClose={() => setOpened(null)}
          onApply={(next) => {
            setOpened(null)
            onChange(next)
          }}
        />
      )}
    </>
  )
}

/** What was changed in the panel and not applied. It belongs to the search that it was made from. */
function useDraft(search: ProjectSearch) {
  const [state, setState] = useState<{ draft: FilterDraft; of: string } | null>(null)
  const of = JSON.stringify(search)
  return {
    draft: state?.of === of ? state.draft : draftOf(search),
    setDraft: (draft: FilterDraft | null) => setState(draft && { draft, of }),
  }
}
