import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import { isolate } from '#/lib/bidi.ts'
import classes from './FindBar.module.css'
import { type FindScope, indexOf, matchAt, type Matches, searchTermsOf } from './find-matches.ts'
import { type FindStore, useFind } from './find-store.ts'

interface MatchStatusProps {
  find: FindStore
  text: string
  found: Matches
  columnAt: (id: string) => number
  scope: FindScope
}

/** More of a cell is not read out. */
const LETTERS = 120

/** Which of how many matches one is on; aloud also where that is, once all rows are looked through. */
export function MatchStatus({ find, text, found, columnAt, scope }: MatchStatusProps) {
  const { t } = useTranslation('finding')
  const format = useFormat()
  const at = useFind(find, (finding) => finding.at)
  const index = at ? indexOf(found, { place: at.place, column: columnAt(at.columnId) }) : -1
  const { count, isDone } = found
  const isFresh = found.text === text
  if (text.trim() === '') return <VisuallyHidden role="status" />

  const number = index < 0 ? null : format.number(index + 1)
  const far = !isDone || !isFresh ? 'soFar' : 'all'
  const told = number === null ? t(`${far}.count`, { count }) : t(`${far}.at`, { number, count })
  const match = index < 0 ? null : matchAt(found, index)
  const row = match && scope.rows.find(({ _id }) => _id === match.id)
  return (
    <>
      <span aria-hidden className={classes.count} data-none={(isDone && isFresh && count === 0) || undefined}>
        {told}
      </span>
      <VisuallyHidden role="status">
        {isDone && isFresh && told}
        {isDone &&
          isFresh &&
          match &&
          row &&
          `: ${t('where', {
            column: isolate(columnName(match.column, scope.reading)),
            row: format.number(match.place + 1),
            text: isolate(searchTermsOf(match.column, row, scope).slice(0, LETTERS)),
          })}`}
      </VisuallyHidden>
    </>
  )
}
