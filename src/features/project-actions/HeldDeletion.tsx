import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isolate } from '#/lib/bidi.ts'
import classes from './ProjectsBar.module.css'
import { type ProjectJob, releasedDeletion } from './jobs/project-job.ts'
import { useProjectControl } from './jobs/use-project-job.ts'

/** Seconds before a deletion is sent. */
const HOLD = 10

/** A deletion that waits: how long it can still be taken back. It is sent only when the time is up while this is shown. */
export function HeldDeletion({ job }: { job: ProjectJob }) {
  const { t } = useTranslation('project-actions')
  const { run, dismiss } = useProjectControl()
  const [left, setLeft] = useState(HOLD)
  useEffect(() => {
    const since = performance.now()
    const timer = setInterval(() => {
      const remaining = Math.ceil(HOLD - (performance.now() - since) / 1000)
      setLeft(Math.max(0, remaining))
      if (remaining > 0) return
      clearInterval(timer)
      run(releasedDeletion(job))
    }, 250)
    return () => clearInterval(timer)
  }, [job, run])
  // The dialog that asked has gone: whoever changed their mind is there already.
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  const count = job.ids.length
  const name = job.action.names.get(job.ids[0] ?? '') ?? ''

  return (
    <section className={classes.held} aria-label={t('held.label')}>
      <p>
        <strong>{t('held.title', { count, name: isolate(name), seconds: left })}</strong>
        {t('held.text')}
      </p>
      {/* Said once: a countdown that is read aloud each second says nothing else. */}
      <span role="status" className={classes.hidden}>
        {t('held.title', { count, name: isolate(name), seconds: HOLD })}
      </span>
      <Button variant="filled" onClick={dismiss} ref={button}>
        {t('held.undo')}
      </Button>
    </section>
  )
}
