import { UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ALL_PROJECTS } from '#/api/kpi/assets/project-search.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { paths } from '#/app/paths.ts'
import { KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'
import classes from './DemoBar.module.css'

/** Says what the demo is, and leads to the own account, until it is closed on this device. */
export function DemoBar() {
  const { t } = useTranslation()
  const [isClosed, setClosed] = useState(() => readStored('device', KEYS.demoBarClosed) !== null)
  // Requests nothing: the list of projects has done so, where it was shown.
  const { data: counts } = useQuery({ ...assetQueries.counts(ALL_PROJECTS), enabled: false })
  if (isClosed) return null
  const close = () => {
    writeStored('device', KEYS.demoBarClosed, 'closed')
    setClosed(true)
  }
  const total = counts && counts.draft_count + counts.deployed_count + counts.archived_count
  return (
    <section className={classes.bar} aria-label={t('demo.label')}>
      <p className={classes.text}>
        {total === undefined ? t('demo.aboutAll') : t('demo.about', { count: total })}{' '}
        <Link className={classes.link} to={paths.connect()}>
          {t('connection.ownAccount')}
        </Link>
      </p>
      <UnstyledButton
        className={classes.close ?? ''}
        aria-label={t('demo.close')}
        title={t('demo.close')}
        onClick={close}
      >
        <IconX size={16} stroke={1.75} aria-hidden />
      </UnstyledButton>
    </section>
  )
}
