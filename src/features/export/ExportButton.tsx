import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { lazyPart } from '#/ui/lazy-part.tsx'
import type { ExportSource } from './export-request.ts'
import { useReading } from '#/dataset/answers/display.ts'
import classes from '#/app/workspace/DataToolbar.module.css'

const ExportDialog = lazyPart(async () => (await import('./ExportDialog.tsx')).ExportDialog)

interface ExportButtonProps extends ExportSource {
  /** How many the filter finds; `null` until it is known. */
  count: number | null
  /** Hears that it is about to be asked what is to be in the file. */
  onOpen: () => void
}

/** Makes a file of what is seen. */
export function ExportButton({ onOpen, ...props }: ExportButtonProps) {
  const { t } = useReading()
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
        <span className={classes.words}>{t('export')}</span>
      </Button>
      {isOpen && count !== null && <ExportDialog {...props} count={count} onClose={() => setIsOpen(false)} />}
    </>
  )
}
