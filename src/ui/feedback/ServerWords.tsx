import { useTranslation } from 'react-i18next'
import classes from './ServerWords.module.css'

/** What the server said, as it worded it. Nothing where it gave no words. */
export function ServerMessage({ children }: { children: string }) {
  const { t } = useTranslation()
  if (children.trim() === '') return null
  return (
    <figure className={classes.figure}>
      <figcaption>{t('serverSaid')}</figcaption>
      <pre className={classes.words} dir="auto">
        {children}
      </pre>
    </figure>
  )
}
