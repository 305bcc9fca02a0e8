import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import classes from './UnreadableFilter.module.css'

interface UnreadableFilterProps {
  /** The filter as the address has it. */
  text: string
  onShowAll: () => void
}

/** In the place of the rows, where the address has a filter that cannot be read: all of them would be others. */
export function UnreadableFilter({ text, onShowAll }: UnreadableFilterProps) {
  const { t } = useTranslation('submissions')
  return (
    <div role="alert">
      <EmptyState
        title={t('filter.unreadable')}
        actions={
          <Button variant="default" onClick={onShowAll}>
            {t('filter.showAll')}
          </Button>
        }
      >
        <p>{t('filter.unreadableText')}</p>
        <p>
          <code className={classes.text} dir="ltr">
            {text}
          </code>
        </p>
      </EmptyState>
    </div>
  )
}
