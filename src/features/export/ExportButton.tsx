import { Button, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import classes from '#/ui/compact-button.module.css'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import type { ExportView, ServerExportLink } from './export-request.ts'

const ExportDialog = lazyPart(async () => (await import('./ExportDialog.tsx')).ExportDialog)

interface ExportButtonProps extends ExportView {
  /** The number of rows that match the filter; `null` while it loads. */
  count: number | null
  /** The number of rows without the filter; `null` if it is not known. */
  total: number | null
  serverLink: ServerExportLink
  /** Whether the dialog is open at first. */
  isInitiallyOpen?: boolean
  /** Called when the dialog opens. */
  onOpen: () => void
}

/** The button that opens the dialog for an export. */
export function ExportButton({ onOpen, isInitiallyOpen = false, ...props }: ExportButtonProps) {
  const { t } = useDisplay()
  const isPhone = useIsPhone()
  const [isOpen, setIsOpen] = useState(isInitiallyOpen)
  const { count } = props
  useEffect(() => {
    if (isInitiallyOpen) onOpen()
  }, [isInitiallyOpen, onOpen])
  return (
    <>
      <Tooltip label={t('export')} disabled={!isPhone}>
        <Button
          variant="default"
          className={classes.compact ?? ''}
          aria-haspopup="dialog"
          disabled={count === null || count === 0}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          onClick={() => {
            onOpen()
            setIsOpen(true)
          }}
        >
          <span className={classes.label}>{t('export')}</span>
        </Button>
      </Tooltip>
      {isOpen && count !== null && <ExportDialog {...props} count={count} onClose={() => setIsOpen(false)} />}
    </>
  )
}
