import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ALL_PROJECTS } from '#/api/kpi/assets/project-search.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { useFormat } from '#/i18n/use-format.ts'

interface ProjectsSinceProps {
  name: string
  /** Milliseconds since 1970. */
  since: number
  pathOfProject: (assetUid: string) => string
}

/** The clocks of the server and of this device may differ by so much, in milliseconds. */
const CLOCK_TOLERANCE = 300_000

/** The projects of a name that were made since an upload without an answer: most likely its own. */
export function ProjectsSince({ name, since, pathOfProject }: ProjectsSinceProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { data, refetch } = useQuery({
    ...assetQueries.list({ search: ALL_PROJECTS, ordering: '-date_modified', page: 1, pageSize: 100 }),
    meta: { showsError: true },
  })
  if (!data) return null
  const projects = data.results.filter(
    (project) => project.name === name && Date.parse(project.date_created) >= since - CLOCK_TOLERANCE,
  )
  if (projects.length === 0)
    return (
      <p>
        <Trans t={t} i18nKey="since.none" components={{ name: <bdi>{name}</bdi> }} />{' '}
        <Anchor component="button" type="button" inherit onClick={() => void refetch()}>
          {t('since.lookAgain')}
        </Anchor>
      </p>
    )
  return projects.map((project) => (
    <p key={project.uid}>
      <Trans
        t={t}
        i18nKey="since.found"
        values={{ time: format.recentTime(new Date(project.date_created)) }}
        components={{
          project: (
            <Anchor component={Link} inherit to={pathOfProject(project.uid)}>
              {project.name}
            </Anchor>
          ),
        }}
      />
    </p>
  ))
}
