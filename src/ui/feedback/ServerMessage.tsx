import { useTranslation } from 'react-i18next'
import classes from './ServerMessage.module.css'

/** The server's message, unchanged. Renders nothing if it is blank. */
export function ServerMessage({ children }: { children: string }) {
  const { t } = useTranslation()
  if (children.trim() === '') return null
  return (
    <figure className={classes.figure}>
      <figcaption>{t('serverSaid')}</figcaption>
      <pre className={classes.message} dir="auto">
        {children}
      </pre>
    </figure>
  )
}
