import { ActionIcon, Input } from '@mantine/core'
import { useEventListener, useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react'
import { type RefObject, useContext, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { STATUS } from '#/dataset/model/columns.ts'
import { placed } from '#/dataset/rows/sparse-rows.ts'
import type { ViewColumns } from '#/dataset/rows/use-columns.ts'
import type { LoadedRows } from '#/dataset/rows/use-lazy-columns.ts'
import { FoldingContext, isFolded } from '#/features/table/columns/collapsed-groups.ts'
import { languageOf } from '#/i18n/languages.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/store.ts'
import classes from './FindBar.module.css'
import { MatchStatus } from './MatchStatus.tsx'
import { SearchedRowsNote } from './SearchedRowsNote.tsx'
import { closeFind, type FindStore, toHighlights, useFind } from './find-store.ts'
import { useFindSteps } from './use-find-steps.ts'
import { useMatches } from './use-matches.ts'

export interface FindBarProps {
  find: FindStore
  loaded: LoadedRows
  columns: ViewColumns
  goal: SharedValue<GridScrollTarget | null>
  /** Takes the focus when the bar goes. */
  table: RefObject<HTMLDivElement | null>
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Looks for a text in the rows that have come, and goes from one cell that has it to the next. */
export function FindBar({ find, loaded, columns, goal, table }: FindBarProps) {
  const { t, i18n } = useTranslation('finding')
  const reading = useDisplay()
  const reach = useId()
  const field = useRef<HTMLInputElement>(null)
  const opener = useRef(document.activeElement)
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false })
  const [text, setText] = useState('')

  const { rows, places } = loaded
  const { table: inTable, card } = columns
  const { folded } = useContext(FoldingContext)
  const shown = useMemo(
    () =>
      isPhone
        ? [...new Set([inTable.title, STATUS, ...card])]
        : [...inTable.frozen, ...inTable.rest.filter((column) => !isFolded(column, folded))],
    [isPhone, inTable, card, folded],
  )
  const { locale } = languageOf(i18n.language)
  const scope = useMemo(
    () => ({ rows, placeAt: placed(rows, places).placeAt, columns: shown, title: inTable.title, reading, locale }),
    [rows, places, shown, inTable, reading, locale],
  )
  const found = useMatches(text, scope)
  const columnAt = useMemo(() => {
    const numbers = new Map(shown.map(({ id }, at) => [id, at]))
    return (id: string) => numbers.get(id) ?? -1
  }, [shown])
  const step = useFindSteps({ find, text, found, columnAt, goal })

  const marks = useMemo(() => toHighlights(found), [found])
  useEffect(() => find.set({ ...find.get(), marks }), [find, marks])
  const asked = useFind(find, (finding) => finding.asked)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])

  const close = () => {
    closeFind(find)
    const to = table.current ?? opener.current
    if (to instanceof HTMLElement) to.focus({ preventScroll: true })
  }
  const bar = useEventListener('keydown', (event) => {
    if (event.isComposing) return
    const isStep = event.key === 'F3' || (event.key === 'Enter' && event.target === field.current)
    if (isStep) step(!event.shiftKey)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })

  return (
    <search ref={bar} className={classes.bar}>
      <Input
        ref={field}
        className={classes.field ?? ''}
        aria-label={t('label')}
        withAria={false} // the description stands beside it
        aria-describedby={reach}
        placeholder={t('label')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="next"
        leftSection={<IconSearch {...ICON} />}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <MatchStatus find={find} text={text} found={found} columnAt={columnAt} scope={scope} />
      <div className={classes.buttons}>
        <ActionIcon
          variant="default"
          className={classes.button ?? ''}
          aria-label={t('previous')}
          disabled={found.count === 0}
          onClick={() => step(false)}
        >
          <IconChevronUp {...ICON} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          className={classes.button ?? ''}
          aria-label={t('next')}
          disabled={found.count === 0}
          onClick={() => step(true)}
        >
          <IconChevronDown {...ICON} />
        </ActionIcon>
      </div>
      <span id={reach} className={classes.reach}>
        <SearchedRowsNote loaded={loaded} coming={found.coming} />
      </span>
      <ActionIcon variant="subtle" className={classes.close ?? ''} aria-label={t('close')} onClick={close}>
        <IconX {...ICON} />
      </ActionIcon>
    </search>
  )
}
