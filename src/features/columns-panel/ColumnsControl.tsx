import { Button } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { ColumnChoice } from '#/dataset/query/query.ts'
import type { ViewColumns } from '#/dataset/rows/use-columns.ts'
import button from '#/ui/compact-button.module.css'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './ColumnsControl.module.css'

const ColumnsPanel = lazyPart(async () => (await import('./ColumnsPanel.tsx')).ColumnsPanel, { words: ['columns'] })

export interface ColumnsControlProps {
  columns: ViewColumns
  rows: readonly Submission[]
  choice: ColumnChoice
  onChoice: (choice: ColumnChoice) => void
}

/** How many columns the table shows, and the way to choose others. */
export function ColumnsControl(props: ColumnsControlProps) {
  const { all, table, start, lookBack } = props.columns
  const { t, format } = useDisplay()
  const [isOpen, setIsOpen] = useState(false)
  const open = () => {
    lookBack()
    setIsOpen(true)
  }
  const counts = {
    count: table.frozen.length + table.rest.length,
    total: format.number(all.length),
  }
  return (
    <>
      <Button
        variant="default"
        className={button.compact ?? ''}
        aria-haspopup="dialog"
        aria-label={t('columns.buttonNamed', counts)}
        leftSection={<IconColumns3 size={16} stroke={1.75} aria-hidden />}
        onClick={open}
      >
        <span className={button.label}>{t('columns.button', counts)}</span>
      </Button>
      {start !== null && (
        <p className={classes.start} role="status">
          {t('columns.start', { count: start, total: format.number(props.columns.form.length) })}{' '}
          <Button variant="subtle" size="compact-sm" aria-haspopup="dialog" onClick={open}>
            {t('columns.chooseMore')}
          </Button>
        </p>
      )}
      {isOpen && <ColumnsPanel {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}
