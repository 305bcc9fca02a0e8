import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'

interface NoProjectsProps {
  /** Clears search and filter; absent if there is none. */
  onClear: (() => void) | undefined
  importButton: ReactNode
}

/** The empty state of the list of projects. */
export function NoProjects({ onClear, importButton }: NoProjectsProps) {
  const { t } = useTranslation('projects')
  if (!onClear)
    return (
      <EmptyState title={t('empty.title')} actions={importButton}>
        {t('empty.text')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('empty.noMatch')}
      actions={
        <Button variant="default" onClick={onClear}>
          {t('empty.clearFilters')}
        </Button>
      }
    >
      {t('empty.noMatchText')}
    </EmptyState>
  )
}
