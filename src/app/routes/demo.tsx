import { Button, Loader } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { appConfig } from '#/api/app-config/app-config.ts'
import { useDemoControls } from '#/app/demo-controls.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { localPath } from '#/app/route-params.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import classes from './demo.module.css'

/** The address that opens the demo. `?faults` adds the projects with which the server fails. */
export const Component = () => (appConfig().demo ? <OpeningDemo /> : <NoDemo />)

function NoDemo() {
  const { t } = useTranslation('connection')
  return (
    <>
      <PageTitle>{t('demo.none.title')}</PageTitle>
      <EmptyState
        title={t('demo.none.title')}
        actions={
          <Button component={Link} to={paths.connect()}>
            {t('title')}
          </Button>
        }
      >
        {t('demo.none.text')}
      </EmptyState>
    </>
  )
}

function OpeningDemo() {
  const { t } = useTranslation('connection')
  const demo = useDemoControls()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const chaos = search.get('chaos') ?? ''
  const faultProjects = search.has('faults')
  const path = localPath(search, 'next') ?? paths.projects()
  const started = useRef(false)
  const [error, setError] = useState<unknown>()

  useEffect(() => {
    if (started.current) return
    started.current = true
    void demo.start({ chaos, faultProjects }).then(() => {
      queryClient().clear()
      return navigate(path, { replace: true })
    }, setError)
  }, [demo, chaos, faultProjects, path, navigate])

  if (error !== undefined) throw error as Error // such as an unknown simulated error
  return (
    <div className={classes.starting} role="status">
      <Loader size="sm" aria-hidden />
      {t('demoStarting')}
    </div>
  )
}
