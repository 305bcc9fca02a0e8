import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Loader } from '@mantine/core'
import { useDemoControls } from '../demo-controls.ts'
import { paths } from '../paths.ts'
import { queryClient } from '../query-client.ts'
import classes from './demo.module.css'

/** Opens the demo: the address to send to somebody who shall try the app. */
export function Component() {
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
