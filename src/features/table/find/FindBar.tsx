import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type RefObject, useContext, useEffect, useEffectEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { STATUS } from '#/dataset/model/columns.ts'
import { toSparseRows } from '#/dataset/rows/sparse-rows.ts'
import type { DatasetColumns } from '#/dataset/rows/use-columns.ts'
import type { DatasetRows } from '#/dataset/rows/use-rows.ts'
import { CollapsedGroupsContext, isCollapsed } from '#/features/table/columns/collapsed-groups.ts'
import { languageOf } from '#/i18n/languages.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isolate } from '#/lib/bidi.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/shared-value.ts'
import classes from './FindBar.module.css'
import { type FindScope, matchAt, type Matches, matchIndexOf, searchedText, useMatches } from './find-matches.ts'
import { closeFind, type FindStore, textOf, toHighlights, useFind } from './find-store.ts'
import { useFindSteps } from './use-find-steps.ts'

export interface FindBarProps {
  find: FindStore
  dataset: DatasetRows
  columns: DatasetColumns
  scrollTarget: SharedValue<GridScrollTarget | null>
  /** Gets the focus when the bar is closed. */
  table: RefObject<HTMLDivElement | null>
  /** What had the focus when the bar was opened; gets it back where there is no table. */
  opener: Element | null
  /** Where the text is typed. */
  field: RefObject<HTMLInputElement | null>
  /** The id of what describes the field. */
  scopeId: string
  /** Searches a text in all rows that match, not only in those loaded; `null` where that is not possible. */
  onSearchAll: (text: string) => (() => void) | null
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Searches the loaded rows for the text in the field beside, and goes from one cell that matches to the next. */
export function FindBar(props: FindBarProps) {
  const { find, dataset, columns, scrollTarget, table, opener, field, scopeId, onSearchAll } = props
  const { t } = useTranslation('finding')
  const text = useFind(find, textOf)

  const scope = useFindScope(dataset, columns)
  const matches = useMatches(text, scope)
  const columnIndexOf = useMemo(() => {
    const indexes = new Map(scope.columns.map(({ id }, index) => [id, index]))
    return (id: string) => indexes.get(id) ?? -1
  }, [scope.columns])
  const step = useFindSteps({ find, text, matches, columnIndexOf, scrollTarget })

  const highlights = useMemo(() => toHighlights(matches), [matches])
  useEffect(() => find.set({ ...find.get(), highlights }), [find, highlights])

  const close = () => {
    closeFind(find)
    const to = table.current ?? opener
    if (to instanceof HTMLElement) to.focus({ preventScroll: true })
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return
    const isStep = event.key === 'F3' || (event.key === 'Enter' && event.target === field.current)
    if (isStep) step(!event.shiftKey)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const bar = field.current?.closest('search')
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    bar?.addEventListener('keydown', listen)
    return () => bar?.removeEventListener('keydown', listen)
  }, [field])

  return (
    <>
      <MatchStatus find={find} text={text} matches={matches} columnIndexOf={columnIndexOf} scope={scope} />
      <div className={classes.buttons}>
        <ActionIcon
          variant="default"
          className={classes.button ?? ''}
          aria-label={t('previous')}
          title={t('previous')}
          disabled={matches.count === 0}
          onClick={() => step(false)}
        >
          <IconChevronUp {...ICON} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          className={classes.button ?? ''}
          aria-label={t('next')}
          title={t('next')}
          disabled={matches.count === 0}
          onClick={() => step(true)}
        >
          <IconChevronDown {...ICON} />
        </ActionIcon>
      </div>
      <span id={scopeId} className={classes.scope}>
        <SearchedRows dataset={dataset} notLoaded={matches.notLoaded} />
      </span>
      <SearchAll dataset={dataset} onSearchAll={onSearchAll(text)} />
      <ActionIcon
        variant="subtle"
        className={classes.close ?? ''}
        aria-label={t('close')}
        title={t('close')}
        onClick={close}
      >
        <IconX {...ICON} />
      </ActionIcon>
    </>
  )
}

interface SearchAllProps {
  dataset: Pick<DatasetRows, 'rows' | 'result'>
  onSearchAll: (() => void) | null
}

/** Where not all rows are loaded: searches the text questions of all of them on the server, as a filter. */
function SearchAll({ dataset: { rows, result }, onSearchAll }: SearchAllProps) {
  const { t } = useTranslation('finding')
  const { count } = result
  if (onSearchAll === null || count === null || rows.length >= count) return null
  return (
    <Button variant="default" className={classes.all ?? ''} onClick={onSearchAll}>
      {t('searchAll', { count })}
    </Button>
  )
}

/** The loaded rows, and the columns that the table or a card shows. */
function useFindScope({ rows, positions }: DatasetRows, { table, card }: DatasetColumns): FindScope {
  const { i18n } = useTranslation('finding')
  const display = useDisplay()
  const { locale } = languageOf(i18n.language)
  const { collapsed } = useContext(CollapsedGroupsContext)
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false })
  const columns = useMemo(
    () =>
      isPhone
        ? [...new Set([table.title, STATUS, ...card])]
        : [...table.frozen, ...table.rest.filter((column) => !isCollapsed(column, collapsed))],
    [isPhone, table, card, collapsed],
  )
  return useMemo(
    () => ({
      rows,
      rowIndexOf: toSparseRows(rows, positions).indexAt,
      columns,
      title: table.title,
      display,
      locale,
    }),
    [rows, positions, columns, table, display, locale],
  )
}

interface MatchStatusProps {
  find: FindStore
  text: string
  matches: Matches
  /** The index of a column by its id; -1 if it is not visible. */
  columnIndexOf: (id: string) => number
  scope: FindScope
}

/** Longer texts of cells are not announced in full. */
const MAX_ANNOUNCED_CHARACTERS = 120

/** The number of the current match and of all; announced with its cell once all rows are searched. */
function MatchStatus({ find, text, matches, columnIndexOf, scope }: MatchStatusProps) {
  const { t } = useTranslation('finding')
  const format = useFormat()
  const current = useFind(find, (state) => state.current)
  const index = current
    ? matchIndexOf(matches, { rowIndex: current.rowIndex, columnIndex: columnIndexOf(current.columnId) })
    : -1
  const { count } = matches
  const isDone = matches.isDone && matches.text === text
  if (text.trim() === '') return <VisuallyHidden role="status" />

  const number = index < 0 ? null : format.number(index + 1)
  const progress = isDone ? 'all' : 'soFar'
  const status = number === null ? t(`${progress}.count`, { count }) : t(`${progress}.at`, { number, count })
  const match = index < 0 ? null : matchAt(matches, index)
  const row = match && scope.rows.find(({ _id }) => _id === match.id)
  return (
    <>
      <span aria-hidden className={classes.count} data-none={(isDone && count === 0) || undefined}>
        {status}
      </span>
      <VisuallyHidden role="status">
        {isDone && status}
        {isDone &&
          match &&
          row &&
          `: ${t('where', {
            column: isolate(columnName(match.column, scope.display)),
            row: format.number(match.rowIndex + 1),
            text: isolate(searchedText(match.column, row, scope).slice(0, MAX_ANNOUNCED_CHARACTERS)),
          })}`}
      </VisuallyHidden>
    </>
  )
}

interface SearchedRowsProps {
  dataset: Pick<DatasetRows, 'rows' | 'result' | 'pages'>
  /** How many columns have cells that are not loaded. */
  notLoaded: number
}

/** Which rows are searched, so that nobody takes a text that is not on this page for missing in all rows. */
function SearchedRows({ dataset: { rows, result, pages }, notLoaded }: SearchedRowsProps) {
  const { t } = useTranslation('finding')
  const format = useFormat()
  const count = rows.length
  const total = format.number(result.count ?? count)
  const isAll = result.count !== null && count >= result.count
  return (
    <>
      {isAll ? t('scope.all', { count }) : t(pages.scrolls ? 'scope.scroll' : 'scope.page', { count, total })}
      {notLoaded > 0 && ` ${t('scope.loading', { count: notLoaded })}`}
    </>
  )
}
