import { useDebouncedCallback } from '@mantine/hooks'
import { IconArchive, IconBroadcast, IconCircleDashed, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectSearch } from '#/api/kpi/assets/project-search.ts'
import type { AssetCounts } from '#/api/kpi/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './ProjectsToolbar.module.css'

interface ProjectsToolbarProps {
  search: ProjectSearch
  counts: AssetCounts
  onChange: (search: ProjectSearch) => void
}

const TYPING_PAUSE = 300

const STATUSES = [
  { status: 'all', Icon: null },
  { status: 'draft', Icon: IconCircleDashed },
  { status: 'deployed', Icon: IconBroadcast },
  { status: 'archived', Icon: IconArchive },
] as const

/** Search by words, filter by state; both live in the address. */
export function ProjectsToolbar({ search, counts, onChange }: ProjectsToolbarProps) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const [text, setText] = useState(search.text)
  const sent = useRef(search.text)
  const apply = useDebouncedCallback((next: string) => {
    sent.current = next
    onChange({ ...search, text: next })
  }, TYPING_PAUSE)
  // The address changed by other means (back, "Show all projects"): the field follows. Never while it is only late.
  useEffect(() => {
    if (search.text === sent.current) return
    sent.current = search.text
    setText(search.text)
  }, [search.text])
  const change = (next: string) => {
    setText(next)
    apply(next)
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
          value={text}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          // Whoever goes on to a project at once is not called back by what was typed last.
          onBlur={() => apply.flush()}
        />
      </div>
      <div className={classes.statuses} role="group" aria-label={t('statusFilter')}>
        {STATUSES.map(({ status, Icon }) => (
          <button
            key={status}
            type="button"
            className={classes.status}
            aria-pressed={search.status === status}
            onClick={() => onChange({ text, status })}
          >
            {Icon && <Icon size={16} stroke={1.75} aria-hidden />}
            {t(`status.${status}`)}
            <span className={classes.count}>{format.number(totals[status])}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
