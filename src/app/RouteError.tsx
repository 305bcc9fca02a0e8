import { Button } from '@mantine/core'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useRouteError } from 'react-router'
import { ApiError } from '#/api/errors.ts'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import type { KnownProjectProps } from './layouts/KnownProject.tsx'
import { listedProject } from './loaders/project-loaders.ts'

/** Loaded after the first page by {@link FaultBars}, because it could not be loaded offline. */
const ErrorPage = lazy(() =>
  import('./ErrorPage.tsx').then(
    (module) => ({ default: module.ErrorPage }),
    () => ({ default: LastResort }),
  ),
)

/** Replaces a page that could not be shown. */
export function RouteError() {
  const error = useRouteError()
  return (
    <Suspense>
      <ErrorPage error={error} />
    </Suspense>
  )
}

const KnownProject = lazy(async (): Promise<{ default: ComponentType<KnownProjectProps> }> => {
  try {
    const [module] = await Promise.all([import('./layouts/KnownProject.tsx'), loadNamespaces('project')])
    return { default: module.KnownProject }
  } catch {
    return { default: () => null }
  }
})

/** The error page of a project: below its name and tabs if the list of projects has them. */
export function ProjectError() {
  const error = useRouteError()
  const project = listedProject(useParams()['assetUid'] ?? '')
  const isGone = error instanceof ApiError && error.kind === 'not-found'
  return (
    <Suspense>
      {project && <KnownProject project={project} hasTabs={!isGone} />}
      <RouteError />
    </Suspense>
  )
}

/** The same without the catalogues, which could not be loaded. */
function LastResort() {
  const { t } = useTranslation()
  return <Button onClick={() => location.reload()}>{t('action.retry')}</Button>
}
