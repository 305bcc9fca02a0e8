import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '#/ui/lazy-part.tsx'
import type { LogExport } from './use-log-export.ts'

const ExportLogDialog = lazyPart(async () => (await import('./ExportLogDialog.tsx')).ExportLogDialog) as <Row>(
  props: LogExport<Row> & { onClose: () => void },
) => React.ReactNode

/** A button for saving a whole log as a file. */
export function ExportLog<Row>(props: LogExport<Row>) {
  const { t } = useTranslation('activity')
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        disabled={props.count === 0}
        onClick={dialog.open}
      >
        {t('export.open')}
      </Button>
      {isOpen && <ExportLogDialog {...props} onClose={dialog.close} />}
    </>
  )
}
