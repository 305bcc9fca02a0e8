import { Tabs } from '@mantine/core'
import '@mantine/core/styles/Tabs.layer.css'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import classes from './CheckedSheets.module.css'
import { FindingDetail } from './FindingDetail.tsx'
import { FindingList } from './FindingList.tsx'
import { SheetGrid, type SheetTarget } from './sheet/SheetGrid.tsx'
import { findingKey, isError, marksOf, rowsOf, type ShownFinding } from './shown-finding.ts'

interface CheckedSheetsProps {
  sheets: readonly CellSheet[]
  findings: readonly ShownFinding[]
  isHeld: boolean
}

const targetOf = ({ row, column }: ShownFinding): SheetTarget | null =>
  row === undefined && column === undefined ? null : { row: row ?? 1, column }

/** The findings, and beside them, on a phone behind them, the sheets with the marked cells. */
export function CheckedSheets({ sheets, findings, isHeld }: CheckedSheetsProps) {
  const { t } = useTranslation('form-check')
  // The exact check adds findings, and the current one may move.
  const [currentKey, setCurrentKey] = useState('')
  const current = Math.max(
    0,
    findings.findIndex((one) => findingKey(one) === currentKey),
  )
  const finding = findings[current]
  const [sheetName, setSheetName] = useState(finding?.sheet ?? sheets[0]?.name ?? '')
  const [target, setTarget] = useState<SheetTarget | null>(() => (finding ? targetOf(finding) : null))
  /** On a phone. */
  const [isSheetShown, setSheetShown] = useState(false)
  const sheet = sheets.find(({ name }) => name === sheetName) ?? sheets[0]
  const marks = useMemo(() => marksOf(findings, sheet?.name ?? ''), [findings, sheet?.name])

  const show = (index: number) => {
    const next = findings[index]
    if (!next) return
    setCurrentKey(findingKey(next))
    setSheetShown(true)
    if (!sheets.some(({ name }) => name === next.sheet)) return
    setSheetName(next.sheet)
    setTarget(targetOf(next))
  }
  const showMark = (row: number, column: number) => {
    const marked = findings.find(
      (one) => one.sheet === sheet?.name && one.column === column && rowsOf(one).includes(row),
    )
    if (marked) setCurrentKey(findingKey(marked))
  }

  return (
    <div className={classes.content} data-shows={isSheetShown ? 'sheet' : 'list'}>
      <FindingList sheets={sheets} findings={findings} current={current} isHeld={isHeld} onShow={show} />
      <Tabs
        className={classes.sheets ?? ''}
        value={sheet?.name ?? null}
        onChange={(name) => {
          setSheetName(name ?? '')
          setTarget(null)
        }}
        classNames={{ list: classes.tabs ?? '', tab: classes.tab ?? '', panel: classes.panel ?? '' }}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('sheets')}>
          {sheets.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              <bdi>{name}</bdi> <SheetCounts findings={findings.filter((one) => one.sheet === name)} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sheets.map((one) => (
          <Tabs.Panel key={one.name} value={one.name} tabIndex={-1}>
            {one.rows.length > 0 && one === sheet ? (
              <SheetGrid sheet={one} marks={marks} target={target} onMark={showMark} />
            ) : (
              <p className={classes.empty}>{t('sheet.empty')}</p>
            )}
          </Tabs.Panel>
        ))}
        {finding && (
          <FindingDetail
            sheets={sheets}
            finding={finding}
            onBack={() => setSheetShown(false)}
            {...(findings.length > 1 && { onNext: () => show((current + 1) % findings.length) })}
          />
        )}
      </Tabs>
    </div>
  )
}

function SheetCounts({ findings }: { findings: readonly ShownFinding[] }) {
  const { t } = useTranslation('form-check')
  const errors = findings.filter(isError).length
  const warnings = findings.length - errors
  return (
    <>
      {errors > 0 && <span className={classes.errors}>{t('sheet.errors', { count: errors })}</span>}{' '}
      {warnings > 0 && <span className={classes.warnings}>{t('sheet.warnings', { count: warnings })}</span>}
    </>
  )
}
