import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { displayAddress } from '#/api/kpi/session/display-address.ts'
import { isPublicServer } from '#/api/kpi/session/server-address.ts'
import { CopyButton } from '#/ui/CopyButton.tsx'
import classes from './OwnAccountAdvice.module.css'

interface OwnAccountAdviceProps {
  /** The address of a server that does not accept this site. */
  server: string
  /** Below the two ways. */
  children?: ReactNode
}

/** The two ways to an own account where this site cannot reach the server: the extension, and the administrator. */
export function OwnAccountAdvice({ server, children }: OwnAccountAdviceProps) {
  const { t } = useTranslation('connection')
  const message = isPublicServer(server)
    ? t('reach.message.host', { server: displayAddress(server) })
    : t('reach.message.allow', { server, site: location.origin })
  return (
    <div className={classes.advice}>
      <section className={classes.way}>
        <h3 className={classes.title}>{t('reach.extension.title')}</h3>
        <p>{t('reach.extension.text')}</p>
        <details>
          <summary>{t('reach.extension.steps')}</summary>
          <ol className={classes.steps}>
            <li>{t('reach.extension.get')}</li>
            <li>
              <Trans t={t} i18nKey="reach.extension.chromium" components={{ code: <code dir="ltr" /> }} />
            </li>
            <li>
              <Trans t={t} i18nKey="reach.extension.firefox" components={{ code: <code dir="ltr" /> }} />
            </li>
            <li>{t('reach.extension.open')}</li>
          </ol>
        </details>
      </section>
      <section className={classes.way}>
        <h3 className={classes.title}>{t('reach.administrator.title')}</h3>
        <p>{t('reach.administrator.text')}</p>
        <details>
          <summary>{t('reach.administrator.show')}</summary>
          <p className={classes.message}>{message}</p>
        </details>
        <CopyButton text={message} label={t('reach.copy')} />
      </section>
      {children}
    </div>
  )
}
