import { Button } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'

/** Loaded after the first page, before it is needed ({@link FaultBars}): what says that nothing can be loaded. */
const ErrorPage = lazy(() =>
  import('./ErrorPage.tsx').then(
    (module) => ({ default: module.ErrorPage }),
    () => ({ default: LastResort }),
  ),
)

/** Where a page could not be shown. */
export function RouteError() {
  const error = useRouteError()
  return (
    <Suspense>
      <ErrorPage error={error} />
    </Suspense>
  )
}

/** Where not even the words are there. */
function LastResort() {
  const { t } = useTranslation()
  return <Button onClick={() => location.reload()}>{t('action.retry')}</Button>
}
