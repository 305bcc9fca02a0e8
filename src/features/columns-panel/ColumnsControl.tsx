import { Button, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { Row } from '#/dataset/model/row.ts'
import type { ColumnChoice } from '#/dataset/query/query.ts'
import type { DatasetColumns } from '#/dataset/rows/use-columns.ts'
import button from '#/ui/compact-button.module.css'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import classes from './ColumnsControl.module.css'

const ColumnsPanel = lazyPart(async () => (await import('./ColumnsPanel.tsx')).ColumnsPanel, {
  namespaces: ['columns'],
})

export interface ColumnsControlProps {
  columns: DatasetColumns
  rows: readonly Row[]
  choice: ColumnChoice
  onChoiceChange: (choice: ColumnChoice) => void
}

/** How many columns the table shows, and the way to choose others. */
export function ColumnsControl(props: ColumnsControlProps) {
  const { all, table, initialCount, loadVersions } = props.columns
  const { t, format } = useDisplay()
  const isPhone = useIsPhone()
  const [isOpen, setIsOpen] = useState(false)
  const open = () => {
    loadVersions()
    setIsOpen(true)
  }
  const name = t('columns.buttonNamed', {
    count: table.frozen.length + table.rest.length,
    total: format.number(all.length),
  })
  return (
    <>
      <Tooltip label={name} disabled={!isPhone}>
        <Button
          variant="default"
          className={button.compact ?? ''}
          aria-haspopup="dialog"
          leftSection={<IconColumns3 size={16} stroke={1.75} aria-hidden />}
          onClick={open}
        >
          <span className={button.label}>{name}</span>
        </Button>
      </Tooltip>
      {initialCount !== null && (
        <p className={classes.start} role="status">
          {t('columns.start', { count: initialCount, total: format.number(props.columns.form.length) })}{' '}
          <Button variant="subtle" size="compact-sm" aria-haspopup="dialog" onClick={open}>
            {t('columns.chooseMore')}
          </Button>
        </p>
      )}
      {isOpen && <ColumnsPanel {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}
