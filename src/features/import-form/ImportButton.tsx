import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChooseFiles } from './ChooseFiles.tsx'

interface ImportButtonProps {
  /** The imports go on by themselves; their list is on the page Imports. */
  onStarted?: () => void
}

/** Picks XLSForms and starts to import them. */
export function ImportButton({ onStarted }: ImportButtonProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [failure, setFailure] = useState<Error>()
  if (failure) throw failure // the page says that a part of the app could not be loaded

  const start = async (files: File[]) => {
    // Loaded when there is something to import: the list of projects comes without it.
    const { startImports } = await import('./run-imports.ts')
    startImports(client, files)
    onStarted?.()
  }
  return (
    <ChooseFiles multiple onChoose={(files) => void start(files).catch(setFailure)}>
      {(open) => (
        <Button leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden />} onClick={open}>
          {t('importXlsform')}
        </Button>
      )}
    </ChooseFiles>
  )
}
