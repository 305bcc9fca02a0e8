import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#/ui/compact-button.module.css'
import { ChooseFiles } from './ChooseFiles.tsx'

interface ImportButtonProps {
  /** Whether it shows only its icon on a phone. */
  compact?: boolean
  /** Called after the imports have started. */
  onStarted?: () => void
}

/** A button to choose XLSForms and import them. */
export function ImportButton({ compact = false, onStarted }: ImportButtonProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [failure, setFailure] = useState<Error>()
  if (failure) throw failure // the page's error boundary shows that a part of the app could not be loaded

  const start = async (files: File[]) => {
    // Loaded on demand, to keep the list of projects small.
    const { startImports } = await import('#/features/import-form/job/run-imports.ts')
    startImports(client, files)
    onStarted?.()
  }
  return (
    <ChooseFiles multiple onChoose={(files) => void start(files).catch(setFailure)}>
      {(open) => (
        <Button
          {...(compact && { className: classes.compact ?? '' })}
          leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden />}
          onClick={open}
        >
          <span {...(compact && { className: classes.label })}>{t('importXlsform')}</span>
        </Button>
      )}
    </ChooseFiles>
  )
}
