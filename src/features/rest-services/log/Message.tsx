import { useTranslation } from 'react-i18next'
import classes from '#/features/rest-services/services.module.css'

interface MessageProps {
  text: string
  isOpen: boolean
}

/** Longer answers, such as web pages, are folded. */
const MAX_OPEN = 200

/** What the other side answered, unchanged; nothing if that is blank. */
export function Message({ text, isOpen }: MessageProps) {
  const { t } = useTranslation('services')
  if (text.trim() === '') return null
  return (
    <details className={classes.wide} open={isOpen && text.length <= MAX_OPEN}>
      <summary>{t('log.answer')}</summary>
      <pre className={classes.code} dir="auto">
        {text}
      </pre>
    </details>
  )
}
