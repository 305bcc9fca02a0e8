import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { RowSelectionProvider } from '#/dataset/selection/RowSelectionProvider.tsx'
import { useNewFind } from '#/features/table/find/find-store.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import { createSharedValue } from '#/ui/shared-value.ts'
import { CardList, MAX_CARDS } from './CardList.tsx'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
})
afterEach(cleanup)

function Cards({ count }: { count: number }) {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider>
        <DisplayProvider value={useNewDisplay(0)}>
          <RowSelectionProvider filter="">
            <CardList
              rows={[]}
              positions={{ count, ranges: [] }}
              onVisibleRangeChange={() => {}}
              scrollTarget={createSharedValue<GridScrollTarget | null>(null)}
              find={useNewFind()}
              title={undefined}
              columns={[]}
              busy={false}
              hrefOf={null}
              onOpen={() => {}}
            />
          </RowSelectionProvider>
        </DisplayProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}

it('shows before the first card and after the last that there are more rows', () => {
  render(<Cards count={1_000_000} />)
  const [before, after, ...others] = screen.getAllByText(
    /^On a narrow screen, scrolling shows only the first 40,000 of 1,000,000/,
  )
  const list = screen.getByRole('list')
  expect(others).toEqual([])
  expect(before?.nextElementSibling).toBe(list)
  expect(list.nextElementSibling).toBe(after)
})

it('shows no note if there is a card for each row', () => {
  render(<Cards count={MAX_CARDS} />)
  expect(screen.queryByText(/^On a narrow screen/)).toBeNull()
})
