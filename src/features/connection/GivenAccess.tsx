import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { giveBackHostAccess } from '#/lib/host-access.ts'
import { Card } from '#/ui/Card.tsx'
import classes from './GivenAccess.module.css'
import { useGivenHostAccess } from './use-host-access.ts'

/** The servers that the browser lets the extension reach; each can be taken back. Nothing on a web page. */
export function GivenAccess() {
  const { t } = useTranslation('connection')
  const given = useGivenHostAccess()
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
              onClick={() => void giveBackHostAccess(pattern)}
            >
              {t('access.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** `https://kf.example.org/*` as people know it. */
const hostOf = (pattern: string) => pattern.replace(/^[a-z*]+:\/\/|\/\*$/g, '')
