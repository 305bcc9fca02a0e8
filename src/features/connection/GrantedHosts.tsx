import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { revokeHostAccess } from '#/lib/host-access.ts'
import { Card } from '#/ui/Card.tsx'
import classes from './GrantedHosts.module.css'
import { useGrantedHosts } from './use-host-access.ts'

/** The servers to which the extension has access, which can be revoked. Renders nothing on a web page. */
export function GrantedHosts() {
  const { t } = useTranslation('connection')
  const given = useGrantedHosts()
  if (given.length === 0) return null
  return (
    <Card title={t('access.given')}>
      <p className={classes.text}>{t('access.givenText')}</p>
      <ul className={classes.list}>
        {given.map((pattern) => (
          <li key={pattern} className={classes.server}>
            <bdi dir="ltr">{hostOf(pattern)}</bdi>
            <Button
              variant="default"
              aria-label={t('access.takeBackFrom', { host: hostOf(pattern) })}
              onClick={() => void revokeHostAccess(pattern)}
            >
              {t('access.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The host of a match pattern such as `https://kf.example.org/*`. */
const hostOf = (pattern: string) => pattern.replace(/^[a-z*]+:\/\/|\/\*$/g, '')
