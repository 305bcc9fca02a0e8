import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { assetCan } from '#/api/assets/asset-can.ts'
import type { Asset } from '#/api/assets/schema.ts'
import type { ApiError } from '#/api/errors.ts'
import { languagesOf } from '#/api/form/questions.ts'
import { NO_FILTER, type SubmissionFilter } from '#/api/submissions/filter/filter.ts'
import type { SubmissionSort } from '#/api/submissions/queries.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { EmptyState } from '#/ui/EmptyState.tsx'
import { UnreadableItems } from '#/ui/UnreadableItems.tsx'
import { cardColumns, formColumns, SYSTEM_COLUMNS, tableColumns, titleColumn, unknownColumns } from './columns.ts'
import { FilterBar } from './FilterBar.tsx'
import { filterColumns } from './filter-tests.ts'
import { OpenSubmission } from './OpenSubmission.tsx'
import { ReadingProvider, useNewReading } from './reading.ts'
import { SortControl } from './SortControl.tsx'
import { SortingContext } from './sorting.ts'
import { SubmissionCards } from './SubmissionCards.tsx'
import { SubmissionsFooter } from './SubmissionsFooter.tsx'
import { SubmissionsSkeleton } from './SubmissionsSkeleton.tsx'
import { SubmissionsTable } from './SubmissionsTable.tsx'
import { SubmissionsToolbar } from './SubmissionsToolbar.tsx'
import classes from './SubmissionsView.module.css'
import { useSubmissionRows } from './use-submission-rows.ts'
import { pageCount, type SubmissionsViewState } from './view-state.ts'

interface SubmissionsViewProps {
  asset: Asset
  view: SubmissionsViewState
  /** `replace`: the way back skips what was before. */
  onView: (view: SubmissionsViewState, options: { replace: boolean }) => void
  onOpen: (id: number) => void
  onClose: () => void
  /** Says why there are no rows. */
  failure: (error: ApiError, onRetry: () => void) => ReactNode
}

/** The submissions of a project: a table, cards on a phone, and one of them in full beside it. */
export function SubmissionsView({ asset, view, onView, onOpen, onClose, failure }: SubmissionsViewProps) {
  const { uid: assetUid, content } = asset
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false })
  const table = useRef<HTMLDivElement>(null)
  const [takesFocus, setTakesFocus] = useState(false)

  const languages = languagesOf(content)
  const language = view.language !== null && view.language >= languages.length ? 0 : view.language
  const reading = useNewReading(language)
  const { t } = reading

  const found = useSubmissionRows(asset, view)
  const { data, isPlaceholderData, error, refetch, rows, count } = found

  // Submissions may have been deleted since the address was made.
  const last = count === null || isPlaceholderData ? null : pageCount(count, view.size)
  useEffect(() => {
    if (last !== null && view.page > last) onView({ ...view, page: last }, { replace: true })
  }, [last, view, onView])

  const columns = useColumns(asset, rows)
  const people = useMemo(() => [...new Set(rows.flatMap(({ _submitted_by: name }) => name ?? []))].toSorted(), [rows])
  const filterBy = (filter: SubmissionFilter) =>
    onView({ ...view, filter, page: 1, submission: null }, { replace: false })
  const sorting = useMemo(
    () => ({
      sort: view.sort,
      onSort: (sort: SubmissionSort | null) => onView({ ...view, sort, page: 1, submission: null }, { replace: false }),
    }),
    [view, onView],
  )
  const canValidate = assetCan.validateSubmissions(asset)
  const open = (id: number, how: 'keyboard' | 'mouse') => {
    setTakesFocus(how === 'keyboard')
    onOpen(id)
  }
  const close = () => {
    setTakesFocus(false)
    onClose()
    table.current?.focus({ preventScroll: true })
  }

  return (
    <ReadingProvider value={reading}>
      <SortingContext value={sorting}>
        <SubmissionsToolbar
          count={count}
          languages={languages}
          language={language}
          onLanguage={(next) => onView({ ...view, language: next }, { replace: true })}
          total={asset.deployment__submission_count ?? null}
          filter={
            <FilterBar asset={asset} filter={view.filter} columns={columns.asked} people={people} onFilter={filterBy} />
          }
          sort={<SortControl columns={columns.sorted} />}
          hint={found.isSortedAsText ? t('sort.asText') : null}
        />
        <div className={classes.area}>
          {error && !data ? (
            <div className={classes.failure}>{failure(error, () => void refetch())}</div>
          ) : count === null ? (
            <SubmissionsSkeleton />
          ) : count === 0 && found.isFiltered ? (
            <div className={classes.empty}>
              <EmptyState
                title={t('filter.noMatch')}
                actions={
                  <Button variant="default" onClick={() => filterBy(NO_FILTER)}>
                    {t('filter.clear')}
                  </Button>
                }
              >
                {t('filter.noMatchText')}
              </EmptyState>
            </div>
          ) : count === 0 ? (
            <div className={classes.empty}>
              <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
            </div>
          ) : isPhone ? (
            <SubmissionCards
              assetUid={assetUid}
              rows={rows}
              title={columns.table.frozen.at(-1)}
              columns={columns.card}
              canValidate={canValidate}
              busy={isPlaceholderData}
              onOpen={({ _id }) => open(_id, 'mouse')}
            />
          ) : (
            <SubmissionsTable
              ref={table}
              assetUid={assetUid}
              rows={rows}
              columns={columns.table}
              canValidate={canValidate}
              busy={isPlaceholderData}
              page={found.shown}
              openId={view.submission}
              onOpen={open}
              onClose={view.submission === null ? undefined : close}
            />
          )}
          {view.submission !== null && !(error && !data) && (
            <OpenSubmission
              assetUid={assetUid}
              id={view.submission}
              rows={data ? rows : null}
              formColumns={columns.form}
              titleColumn={columns.table.frozen.at(-1)}
              canValidate={canValidate}
              isPhone={isPhone}
              takesFocus={takesFocus}
              onOpen={onOpen}
              onClose={close}
            />
          )}
        </div>
        <UnreadableItems kind="submission" items={data?.unreadable ?? []} />
        <SubmissionsFooter
          page={view.page}
          size={view.size}
          count={count}
          onPage={(page) => onView({ ...view, page, submission: null }, { replace: false })}
          onSize={(size) => onView({ ...view, size, page: 1, submission: null }, { replace: false })}
        />
      </SortingContext>
    </ReadingProvider>
  )
}

function useColumns({ content }: Asset, rows: readonly Submission[]) {
  const form = useMemo(() => formColumns(content), [content])
  return useMemo(() => {
    const title = titleColumn(form, rows)
    const table = tableColumns([...form, ...unknownColumns(form, rows)], title)
    const asked = filterColumns([...SYSTEM_COLUMNS], [...form, ...unknownColumns(form, rows)])
    return { form, table, card: cardColumns(table, rows), asked, sorted: [...table.frozen, ...table.rest] }
  }, [form, rows])
}
