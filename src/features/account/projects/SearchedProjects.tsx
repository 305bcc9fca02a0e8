import { Anchor, Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ProjectsPage, viewedProjectsQueryOptions } from '#/api/kpi/project-views/queries.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { RelativeTime } from '#/ui/RelativeTime.tsx'
import { StatusTag } from '#/ui/StatusTag.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { useDebounced } from '#/ui/use-debounced.ts'
import classes from './projects.module.css'

const PAGE_SIZE = 30
/** Milliseconds after the last letter until the server is asked. */
const SEARCH_DELAY = 400

interface SearchedProjectsProps {
  queryOf: (page: ProjectsPage) => ReturnType<typeof viewedProjectsQueryOptions>
  projectPath: (uid: string) => string
}

/** The projects of a view or of an organization, a page at a time, searched by name on the server. */
export function SearchedProjects({ queryOf, projectPath }: SearchedProjectsProps) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [{ text, page }, setQuery] = useState({ text: '', page: 1 })
  const search = useDebounced((next: string) => setQuery({ text: next.trim(), page: 1 }), SEARCH_DELAY)
  const { data, error, refetch } = useQuery(queryOf({ text, page, pageSize: PAGE_SIZE }))
  const pages = Math.ceil((data?.count ?? 0) / PAGE_SIZE)
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ''}
          type="search"
          aria-label={t('views.search')}
          placeholder={t('views.search')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value)
            search.call(currentTarget.value)
          }}
        />
        <span role="status" className={classes.small}>
          {data ? t('views.count', { count: data.count }) : t('loading')}
        </span>
      </div>
      {error && (
        <div className={classes.padded}>
          <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
        </div>
      )}
      {data?.count === 0 && <p className={classes.padded}>{t(text === '' ? 'views.empty' : 'views.noMatch')}</p>}
      {data && (
        <ul className={classes.projects}>
          {data.results.map((project) => (
            <li key={project.uid} className={classes.project}>
              <Anchor component={Link} to={projectPath(project.uid)} className={classes.name ?? ''}>
                <bdi>{project.name || project.uid}</bdi>
              </Anchor>
              <p className={classes.facts}>
                <Status status={project.deployment_status} />
                <bdi>{project.owner__username}</bdi>
                {project.deployment__submission_count !== null && (
                  <span>{t('views.submissions', { count: project.deployment__submission_count })}</span>
                )}
                <RelativeTime iso={project.date_modified} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {data && <UnreadableItems kind="project" items={data.unreadable} />}
      {pages > 1 && (
        <div className={classes.tools}>
          <Button variant="default" disabled={page === 1} onClick={() => setQuery({ text, page: page - 1 })}>
            {t('organization.previous')}
          </Button>
          <span role="status">
            {t('organization.page', { page: format.number(page), pages: format.number(pages) })}
          </span>
          <Button variant="default" disabled={page >= pages} onClick={() => setQuery({ text, page: page + 1 })}>
            {t('organization.next')}
          </Button>
        </div>
      )}
    </>
  )
}

const STATUSES = ['draft', 'deployed', 'archived'] as const

function Status({ status }: { status: string }) {
  const known = STATUSES.find((one) => one === status)
  return known ? <StatusTag status={known} /> : <span>{status}</span>
}
