import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ChooseFiles } from './ChooseFiles.tsx'
import { startImports } from './run-imports.ts'

interface ImportButtonProps {
  /** The imports go on by themselves; their list is on the page Imports. */
  onStarted?: () => void
}

/** Picks XLSForms and starts to import them. */
export function ImportButton({ onStarted }: ImportButtonProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return (
    <ChooseFiles
      multiple
      onChoose={(files) => {
        startImports(client, files)
        onStarted?.()
      }}
    >
      {(open) => (
        <Button leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden />} onClick={open}>
          {t('importXlsform')}
        </Button>
      )}
    </ChooseFiles>
  )
}
