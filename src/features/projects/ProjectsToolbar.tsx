import { IconArchive, IconBroadcast, IconCircleDashed, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectSearch } from '#/api/kpi/assets/project-search.ts'
import type { AssetCounts } from '#/api/kpi/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useDebounced } from '#/ui/use-debounced.ts'
import classes from './ProjectsToolbar.module.css'

interface ProjectsToolbarProps {
  search: ProjectSearch
  counts: AssetCounts
  onChange: (search: ProjectSearch) => void
  /** Called when Enter is pressed in the search field. */
  onEnter: (text: string) => void
  /** More controls, after the others. */
  children: ReactNode
}

const SEARCH_DEBOUNCE = 300

const STATUSES = [
  { status: 'all', Icon: null },
  { status: 'draft', Icon: IconCircleDashed },
  { status: 'deployed', Icon: IconBroadcast },
  { status: 'archived', Icon: IconArchive },
] as const

/** Search and status filter, which are in the URL. */
export function ProjectsToolbar(props: ProjectsToolbarProps) {
  const { search, counts, onChange, onEnter, children } = props
  const { t } = useTranslation('projects')
  const format = useFormat()
  const [text, setText] = useState(search.text)
  const sent = useRef(search.text)
  const apply = useDebounced((next: string) => {
    sent.current = next
    onChange({ ...search, text: next })
  }, SEARCH_DEBOUNCE)
  // The field follows the URL if that changes otherwise (back, "Show all projects"), but not while a change is pending.
  useEffect(() => {
    if (search.text === sent.current) return
    sent.current = search.text
    setText(search.text)
  }, [search.text])
  const change = (next: string) => {
    setText(next)
    apply.call(next)
  }

  const totals = {
    all: counts.draft_count + counts.deployed_count + counts.archived_count,
    draft: counts.draft_count,
    deployed: counts.deployed_count,
    archived: counts.archived_count,
  }

  return (
    <div className={classes.toolbar} role="search">
      <div className={classes.search}>
        <IconSearch className={classes.glass} size={16} stroke={1.75} aria-hidden />
        <input
          className={classes.field}
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          aria-keyshortcuts="/"
          value={text}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          // A pending search must not navigate back after the user has opened a project.
          onBlur={() => apply.flush()}
          onKeyDown={({ key, nativeEvent }) => {
            if (key !== 'Enter' || nativeEvent.isComposing) return
            onEnter(text)
            apply.flush()
          }}
        />
      </div>
      <div className={classes.statuses} role="group" aria-label={t('statusFilter')}>
        {STATUSES.map(({ status, Icon }) => (
          <button
            key={status}
            type="button"
            className={classes.status}
            aria-pressed={search.status === status}
            onClick={() => onChange({ ...search, text, status })}
          >
            {Icon && <Icon size={16} stroke={1.75} aria-hidden />}
            {t(`status.${status}`)}
            <span className={classes.count}>{format.number(totals[status])}</span>
          </button>
        ))}
      </div>
      {children}
    </div>
  )
}
