import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { FilterBar } from '#/dataset/filter/FilterBar.tsx'
import { RowSourceProvider } from '#/dataset/provider/row-source.ts'
import { type DatasetQuery, readDatasetQuery } from '#/dataset/query/query.ts'
import { useColumns } from '#/dataset/rows/use-columns.ts'
import { firstPage } from '#/dataset/rows/use-initial-columns.ts'
import { useRows } from '#/dataset/rows/use-rows.ts'
import { useVisibleRangeStore } from '#/dataset/rows/visible-range.ts'
import { RowSelectionProvider } from '#/dataset/selection/RowSelectionProvider.tsx'
import { questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { arraySource } from '#/dataset/sources/testing/array-source.ts'
import { useTotals } from '#/dataset/summary/use-totals.ts'
import { ColumnsControl } from '#/features/columns-panel/ColumnsControl.tsx'
import { ColumnActionsProvider } from '#/features/table/ColumnActionsProvider.tsx'
import { DataTable } from '#/features/table/DataTable.tsx'
import { TableFooter } from '#/features/table/TableFooter.tsx'
import { SortingContext } from '#/features/table/columns/sort-context.ts'
import { useNewFind } from '#/features/table/find/find-store.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import { createSharedValue } from '#/ui/shared-value.ts'

/** More than fit on one page. */
const VILLAGES = Array.from({ length: 40 }, (_, at) => ['Lokori', 'Kainuk', 'Katilu'][at % 3] ?? '')
const SOURCE = arraySource({
  id: 'wells',
  questions: questionsOf({
    survey: [
      { type: 'text', name: 'village', $xpath: 'village', label: 'Village' },
      { type: 'integer', name: 'depth', $xpath: 'depth', label: 'Depth' },
    ],
  }),
  values: VILLAGES.map((village, at) => ({ village, depth: String(at) })),
})

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces(['submissions', 'columns'])
  // Without a layout nothing is visible, and the grid draws only what is.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1200)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterEach(cleanup)

const TABLE = { current: null }
const SCROLL_TARGET = createSharedValue<GridScrollTarget | null>(null)

function Rows() {
  const [query, setQuery] = useState<DatasetQuery>(() => ({ ...readDatasetQuery(new URLSearchParams()), size: 30 }))
  const display = useNewDisplay(0)
  const dataset = useRows(SOURCE, query)
  const columns = useColumns(dataset, query)
  const visibleColumns = [...columns.table.frozen, ...columns.table.rest]
  const totals = useTotals(dataset, { visibleColumns, display })
  const find = useNewFind()
  const visibleRange = useVisibleRangeStore()
  const [asked, setAsked] = useState<string | null>(null)
  const village = columns.all.find(({ id }) => id === 'depth')
  return (
    <RowSourceProvider value={SOURCE}>
      <DisplayProvider value={display}>
        <SortingContext value={{ sort: query.sort, onSortChange: (sort) => setQuery({ ...query, sort }) }}>
          <RowSelectionProvider filter="">
            <FilterBar
              filter={query.filter}
              columns={columns.filterable}
              usernames={[]}
              onFilterChange={(filter) => setQuery({ ...query, filter })}
              count={dataset.result.count}
              pageOf={(filter) => firstPage(SOURCE, { ...query, filter })}
              requestedField={asked}
              onRequestedFieldChange={setAsked}
            />
            <ColumnsControl
              columns={columns}
              rows={dataset.rows}
              choice={query}
              onChoiceChange={(choice) => setQuery({ ...query, ...choice })}
            />
            <output aria-label="Sum">{village && totals.of(village)?.aggregate.numbers?.sum}</output>
            <button type="button" onClick={() => village && totals.start([village])}>
              Aggregate
            </button>
            <ColumnActionsProvider
              query={query}
              onQueryChange={setQuery}
              columns={columns}
              totals={totals}
              onFilterBy={setAsked}
            >
              <DataTable
                ref={TABLE}
                rows={dataset.rows}
                positions={dataset.positions}
                onVisibleRangeChange={() => {}}
                scrollTarget={SCROLL_TARGET}
                find={find}
                columns={columns.table}
                onLoadColumns={dataset.columns.load}
                onVisibleColumns={dataset.columns.loadVisible}
                busy={dataset.load.isPlaceholder}
                page={dataset.pages.key}
                openId={null}
                onOpen={() => {}}
                hrefOf={null}
                editing={{ isAllowed: false, onEdit: () => {} }}
                onClose={undefined}
              />
            </ColumnActionsProvider>
            <TableFooter
              page={1}
              size={30}
              scrolls={dataset.pages.scrolls}
              canScroll={SOURCE.can.jump}
              count={dataset.result.count}
              visibleRange={visibleRange}
              onPageChange={() => {}}
              onNextPageIntent={() => {}}
              onPageSizeChange={() => {}}
              onScrollAll={() => {}}
              onGoTo={() => {}}
            />
          </RowSelectionProvider>
        </SortingContext>
      </DisplayProvider>
    </RowSourceProvider>
  )
}

async function open() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <MemoryRouter>
          <Rows />
        </MemoryRouter>
      </MantineProvider>
    </QueryClientProvider>,
  )
  await waitFor(() => expect(cells()[0]).toBe('Lokori 0'))
}

/** Village and depth of the rows that are drawn, from top to bottom. */
const cells = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .flatMap(({ textContent }) => {
      const [, village, depth] = /(Lokori|Kainuk|Katilu)\D*(\d+)$/.exec(textContent) ?? []
      return village === undefined ? [] : `${village} ${depth}`
    })

/** Presses what opens a panel that is loaded on demand. */
const openPanel = async (name: RegExp) => {
  await act(async () => screen.getByRole('button', { name }).click())
  return within(await screen.findByRole('dialog'))
}

const grid = () => within(screen.getByRole('grid'))

describe('rows of a source that is no KoboToolbox server', () => {
  it('are shown in pages only, with nothing to change', async () => {
    await open()
    expect(cells().slice(0, 3)).toEqual(['Lokori 0', 'Kainuk 1', 'Katilu 2'])
    expect(screen.getByText('Rows 1–30 of 40')).toBeDefined()
    expect(screen.queryByRole('option', { name: 'All rows' })).toBeNull()
    expect(grid().queryByRole('button', { name: /Status/ })).toBeNull()
  })

  it('are sorted by the source', async () => {
    await open()
    fireEvent.click(grid().getByRole('button', { name: /^Depth/ }))
    fireEvent.click(grid().getByRole('button', { name: /^Depth/ }))
    await waitFor(() => expect(cells().slice(0, 2)).toEqual(['Lokori 39', 'Katilu 38']))
    expect(
      grid()
        .getByRole('columnheader', { name: /^Depth/ })
        .getAttribute('aria-sort'),
    ).toBe('descending')
  })

  it('are filtered by the operators that the source knows', async () => {
    await open()
    const panel = await openPanel(/^Filter/)
    fireEvent.click(panel.getByRole('combobox', { name: 'Question' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Village' }))
    const operators = within(panel.getByRole('combobox', { name: 'Comparison' })).getAllByRole('option')
    expect(operators.map((option) => option.getAttribute('value'))).toEqual(['contains', 'is', 'blank'])
    fireEvent.change(panel.getByRole('textbox', { name: 'Text' }), { target: { value: 'lokori' } })
    fireEvent.click(await panel.findByRole('button', { name: 'Show 14 submissions' }))
    await waitFor(() => expect(cells().slice(0, 2)).toEqual(['Lokori 0', 'Lokori 3']))
  })

  it('have columns that can be hidden', async () => {
    await open()
    const panel = await openPanel(/^Columns/)
    fireEvent.click(await panel.findByRole('checkbox', { name: 'Depth' }))
    await waitFor(() => expect(grid().queryByRole('columnheader', { name: /^Depth/ })).toBeNull())
  })

  it('have totals over all of them', async () => {
    await open()
    expect(screen.getByRole('status', { name: 'Sum' })).toHaveProperty('textContent', '')
    fireEvent.click(screen.getByRole('button', { name: 'Aggregate' }))
    await waitFor(() => expect(screen.getByRole('status', { name: 'Sum' })).toHaveProperty('textContent', '780'))
  })
})
