import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, type RefObject, useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionsViewState } from '#/dataset/query/query.ts'
import type { ViewColumns } from '#/dataset/rows/use-columns.ts'
import type { LoadedRows } from '#/dataset/rows/use-lazy-columns.ts'
import { PanelSubmission } from '#/features/record/PanelSubmission.tsx'
import type { Step } from '#/features/record/use-adjacent-rows.ts'
import { CardList } from '#/features/table/CardList.tsx'
import { DataTable } from '#/features/table/DataTable.tsx'
import { TableSkeleton } from '#/features/table/TableSkeleton.tsx'
import type { FindStore } from '#/features/table/find/find-store.ts'
import { RepeatDialogProvider } from '#/features/table/repeats/RepeatDialogProvider.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/store.ts'
import classes from './DataArea.module.css'

interface DataAreaProps {
  /** The table itself, to give the focus back to. */
  table: RefObject<HTMLDivElement | null>
  asset: Asset
  view: SubmissionsViewState
  found: LoadedRows
  columns: ViewColumns
  onOpen: (id: number) => void
  step: Step
  onSight: (first: number, last: number) => void
  goal: SharedValue<GridScrollTarget | null>
  find: FindStore
  onClose: () => void
  onClearFilter: () => void
  /** Says why there are no rows. */
  failure: (error: ApiError, onRetry: () => void) => ReactNode
}

/** The rows, or why there are none; and one of them in full beside them. */
export function DataArea(props: DataAreaProps) {
  const { table, asset, view, found, columns, onOpen, step, onSight, goal, find, onClose, onClearFilter, failure } =
    props
  const { uid: assetUid } = asset
  const { data, isPlaceholderData, error, refetch, rows, count } = found
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false })
  const [takesFocus, setTakesFocus] = useState(false)
  const { t } = useDisplay()
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
    <RepeatDialogProvider
      asset={asset}
      title={columns.table.title}
      returnTo={table}
      onOpen={(id) => open(id, 'keyboard')}
    >
      <div className={classes.area}>
        {error && !data ? (
          <div className={classes.failure}>{failure(error, () => void refetch())}</div>
        ) : count === null ? (
          <TableSkeleton />
        ) : count === 0 && found.isFiltered ? (
          <div className={classes.empty}>
            <EmptyState
              title={t('filter.noMatch')}
              actions={
                <Button variant="default" onClick={onClearFilter}>
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
          <CardList
            assetUid={assetUid}
            rows={rows}
            places={found.places}
            onSight={onSight}
            goal={goal}
            find={find}
            title={columns.table.title}
            columns={columns.card}
            canValidate={canValidate}
            busy={isPlaceholderData}
            onOpen={({ _id }) => open(_id, 'mouse')}
          />
        ) : (
          <DataTable
            ref={table}
            assetUid={assetUid}
            rows={rows}
            places={found.places}
            onSight={onSight}
            goal={goal}
            find={find}
            columns={columns.table}
            onAsk={found.ask}
            canValidate={canValidate}
            busy={isPlaceholderData}
            page={found.shown}
            openId={view.submission}
            onOpen={open}
            onClose={view.submission === null ? undefined : close}
          />
        )}
        {view.submission !== null && !(error && !data) && (
          <PanelSubmission
            asset={asset}
            id={view.submission}
            rows={data ? rows : null}
            titleColumn={columns.table.title}
            canValidate={canValidate}
            isPhone={isPhone}
            takesFocus={takesFocus}
            step={step}
            onClose={close}
          />
        )}
      </div>
    </RepeatDialogProvider>
  )
}
