import { Button, Checkbox, Tabs, VisuallyHidden } from '@mantine/core'
import '@mantine/core/styles/Tabs.layer.css'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { type ColumnLayout, toColumnChoice, withColumnsVisible } from '#/dataset/model/column-order.ts'
import { answeredColumnIds, isWide } from '#/dataset/model/visible-columns.ts'
import { DEFAULT_COLUMNS } from '#/dataset/query/query.ts'
import { SidePanel } from '#/ui/SidePanel.tsx'
import { ColumnOrder } from './ColumnOrder.tsx'
import { ColumnVisibilityList } from './ColumnVisibilityList.tsx'
import type { ColumnsControlProps } from './ColumnsControl.tsx'
import classes from './ColumnsPanel.module.css'
import { OlderVersionsNote } from './OlderVersionsNote.tsx'

interface ColumnsPanelProps extends ColumnsControlProps {
  onClose: () => void
}

/** Which columns the table has, in which order, and which of them are frozen. The table follows at once. */
export function ColumnsPanel({ columns, rows, choice, onChoiceChange, onClose }: ColumnsPanelProps) {
  const { t } = useTranslation('columns')
  const { format } = useDisplay()
  const { all, ordered, stableCount, table } = columns
  const { defaults } = table
  // The checkbox changes before the table.
  const [chosen, setChosen] = useState<ColumnLayout>(table.layout)
  const [hidesEmpty, setHidesEmpty] = useState(choice.hidesEmpty)
  const [said, setSaid] = useState('')
  const ids = useMemo(() => all.map(({ id }) => id), [all])
  const empty = useMemo(() => {
    const answered = answeredColumnIds(rows)
    return all.filter(({ id, source }) => source !== 'system' && !answered.has(id)).length
  }, [all, rows])

  const arrange = (next: ColumnLayout) => {
    setChosen(next)
    onChoiceChange({ ...toColumnChoice(next, { defaults, all: ordered, stableCount }), hidesEmpty })
  }
  const show = (some: ReadonlySet<string>, isWanted: boolean) =>
    arrange(withColumnsVisible(chosen, some, isWanted, ids))
  const known = new Set(ids)
  const count = [...chosen.frozen, ...chosen.rest].filter((id) => known.has(id)).length

  return (
    <SidePanel fills title={t('title')} onClose={onClose}>
      <div className={classes.summary}>
        <span role="status">{t('chosen', { count, total: format.number(all.length) })}</span>
        <Button variant="default" onClick={() => show(known, true)}>
          {t('showAll')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setChosen(defaults)
            setHidesEmpty(false)
            onChoiceChange(DEFAULT_COLUMNS)
          }}
        >
          {t('reset')}
        </Button>
      </div>
      <Checkbox
        label={t('hideEmpty')}
        description={t('emptyCount', { count: empty, rows: format.number(rows.length) })}
        checked={hidesEmpty}
        onChange={({ currentTarget: { checked } }) => {
          setHidesEmpty(checked)
          onChoiceChange({ ...toColumnChoice(chosen, { defaults, all: ordered, stableCount }), hidesEmpty: checked })
        }}
      />
      <OlderVersionsNote {...columns.versions} isWide={isWide(columns.form)} />
      <Tabs
        className={classes.tabs ?? ''}
        classNames={{ panel: classes.tab ?? '' }}
        defaultValue="choose"
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="choose">{t('choose')}</Tabs.Tab>
          <Tabs.Tab value="order">{t('order')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="choose">
          <ColumnVisibilityList all={all} layout={chosen} onVisibilityChange={show} />
        </Tabs.Panel>
        <Tabs.Panel value="order">
          <ColumnOrder all={all} layout={chosen} onLayoutChange={arrange} announce={setSaid} />
        </Tabs.Panel>
      </Tabs>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </SidePanel>
  )
}
