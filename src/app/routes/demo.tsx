import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { appConfig } from '#/api/app-config/app-config.ts'
import { EmptyState } from '#/ui/EmptyState.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { Button, Loader } from '@mantine/core'
import { useDemoControls } from '../demo-controls.ts'
import { paths } from '../paths.ts'
import { queryClient } from '../query-client.ts'
import classes from './demo.module.css'

/** The address to send to somebody who shall try the app. */
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
  const started = useRef(false)

  useEffect(() => {
    if (started.current) return
    started.current = true
    void demo.start().then(() => {
      queryClient().clear()
      return navigate(paths.projects(), { replace: true })
    })
  }, [demo, navigate])

  return (
    <div className={classes.starting} role="status">
      <Loader size="sm" aria-hidden />
      {t('demoStarting')}
    </div>
  )
}
