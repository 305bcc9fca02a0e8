import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import classes from '#/ui/compact-button.module.css'
import { lazyPart } from '#/ui/lazy-part.tsx'
import type { ExportSource } from './export-request.ts'

const ExportDialog = lazyPart(async () => (await import('./ExportDialog.tsx')).ExportDialog)

interface ExportButtonProps extends ExportSource {
  /** How many the filter finds; `null` until it is known. */
  count: number | null
  /** Hears that it is about to be asked what is to be in the file. */
  onOpen: () => void
}

/** Makes a file of what is seen. */
export function ExportButton({ onOpen, ...props }: ExportButtonProps) {
  const { t } = useDisplay()
  const [isOpen, setIsOpen] = useState(false)
  const { count } = props
  return (
    <>
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
      {isOpen && count !== null && <ExportDialog {...props} count={count} onClose={() => setIsOpen(false)} />}
    </>
  )
}
