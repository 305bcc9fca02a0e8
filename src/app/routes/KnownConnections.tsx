import { Button } from '@mantine/core'
import { IconServer } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { connectionId, connections } from '#/api/connection.ts'
import { requestChange } from '#/app/change-connection.ts'
import { useConnectionName } from '#/app/layouts/use-connection-name.ts'
import classes from './KnownConnections.module.css'

/** The existing connections to continue with. `path`: the path to open afterwards. */
export function KnownConnections({ path }: { path?: string | undefined }) {
  const { t } = useTranslation('connection')
  const navigate = useNavigate()
  const nameOf = useConnectionName()
  const all = useSyncExternalStore(connections.subscribe, connections.all)
  if (all.length === 0) return null
  return (
    <section className={classes.known} aria-labelledby="known-title">
      <h2 id="known-title" className={classes.title}>
        {t('known')}
      </h2>
      <ul className={classes.list}>
        {all.map((one) => (
          <li key={connectionId(one)}>
            <Button
              variant="default"
              classNames={{ label: classes.label ?? '' }}
              leftSection={<IconServer size={16} stroke={1.75} aria-hidden />}
              onClick={() => void navigate(requestChange({ to: connectionId(one), path }))}
            >
              <bdi>{one.username}</bdi>&nbsp;·&nbsp;<bdi className={classes.server}>{nameOf(one)}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
