import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlugConnected } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useLocation } from 'react-router'
import { type ExportEntryState, paths, type TableEntryState } from '#/app/paths.ts'
import { LabelLanguageSelect } from '#/dataset/answers/LabelLanguageSelect.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { FilterBar } from '#/dataset/filter/FilterBar.tsx'
import { submittedBy } from '#/dataset/model/system-fields.ts'
import { writeFilter } from '#/dataset/query/filter-params.ts'
import { firstPage } from '#/dataset/rows/use-initial-columns.ts'
import { ColumnsControl } from '#/features/columns-panel/ColumnsControl.tsx'
import { ExportButton } from '#/features/export/ExportButton.tsx'
import { SortControl } from '#/features/table/SortControl.tsx'
import { FindButton } from '#/features/table/find/FindButton.tsx'
import { ViewsControl } from '#/features/views/ViewsControl.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import { ClientSortStatus } from './ClientSortStatus.tsx'
import classes from './DataToolbar.module.css'
import { MoreControls } from './MoreControls.tsx'
import { TotalsStatus } from './TotalsStatus.tsx'
import { useWorkspace } from './workspace-context.ts'

/** How many rows match, and all that changes which of them are shown, and how. */
export function DataToolbar() {
  const { asset, query, setQuery, setFilter, dataset, columns, visibleColumns, totals, find, ...workspace } =
    useWorkspace()
  const { language, t } = useDisplay()
  const state = useLocation().state as TableEntryState | null
  const { source, rows, result } = dataset
  const isPhone = useIsPhone()
  const isNarrow = useMediaQuery('(max-width: 1200px)', undefined, { getInitialValueInEffect: false })
  const labels = (
    <LabelLanguageSelect
      className={classes.labels}
      languages={source.form.languages}
      language={language}
      onLanguageChange={(next) => setQuery({ ...query, language: next }, { replace: true })}
    />
  )
  const people = useMemo(() => [...new Set(rows.flatMap((row) => submittedBy(row) ?? []))].toSorted(), [rows])
  return (
    <div className={classes.toolbar}>
      <FilterBar
        filter={query.filter}
        columns={columns.filterable}
        usernames={people}
        onFilterChange={setFilter}
        count={result.count}
        pageOf={(filter) => firstPage(source, { ...query, filter, page: 1 })}
        requestedField={workspace.requestedFilterField}
        onRequestedFieldChange={workspace.setRequestedFilterField}
      />
      <RowCount
        count={result.count}
        isFiltered={result.isFiltered}
        total={asset.deployment__submission_count ?? null}
      />
      <ViewsControl
        asset={asset}
        view={query}
        columns={columns}
        onView={(next) => setQuery(next, { replace: false })}
      />
      {!isPhone && <SortControl columns={columns.sortable} />}
      {!isNarrow && labels}
      <ColumnsControl
        columns={columns}
        rows={rows}
        choice={query}
        onChoiceChange={(choice) => setQuery({ ...query, ...choice }, { replace: true })}
      />
      <ExportButton
        source={source}
        filter={query.filter}
        sort={query.sort}
        visibleColumns={visibleColumns}
        formColumns={columns.ofAllVersions}
        count={result.count}
        total={result.isFiltered ? (asset.deployment__submission_count ?? null) : result.count}
        serverLink={({ ids, ignoresFilter = false }) => {
          const state: ExportEntryState = { ids: ids && [...ids] }
          return { to: paths.exports(asset.uid, ids || ignoresFilter ? '' : writeFilter(query.filter)), state }
        }}
        isInitiallyOpen={state?.exports === true}
        onOpen={columns.loadVersions}
      />
      {isNarrow ? (
        <MoreControls find={find}>
          {isPhone && <SortControl columns={columns.sortable} />}
          {labels}
          <Button
            variant="default"
            justify="flex-start"
            component={Link}
            to={paths.exports(asset.uid)}
            leftSection={<IconPlugConnected size={16} stroke={1.75} aria-hidden />}
          >
            {t('serverExports')}
          </Button>
        </MoreControls>
      ) : (
        <>
          <FindButton find={find} />
          <IconLink to={paths.exports(asset.uid)} label={t('serverExports')} />
        </>
      )}
      <ClientSortStatus dataset={dataset} />
      <TotalsStatus totals={totals} />
    </div>
  )
}

function IconLink({ to, label }: { to: string; label: string }) {
  return (
    <Tooltip label={label} openDelay={400} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon variant="default" size="var(--fb-ctl)" component={Link} to={to} aria-label={label}>
        <IconPlugConnected size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

interface RowCountProps {
  /** How many rows match; `null` until it is known. */
  count: number | null
  isFiltered: boolean
  /** How many rows there are without the filter; `null` where the account can see some only. */
  total: number | null
}

/** How many rows there are, or match. On a phone only the latter is visible: the footer has the former. */
function RowCount({ count, isFiltered, total }: RowCountProps) {
  const { t, format } = useDisplay()
  return (
    <span role="status" className={classes.count} data-filtered={isFiltered || undefined}>
      {count !== null &&
        (isFiltered && total !== null && total > count
          ? t('filter.match', { count, total: format.number(total) })
          : t('count', { count }))}
    </span>
  )
}
