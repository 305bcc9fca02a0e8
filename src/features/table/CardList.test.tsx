import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { RowSelectionProvider } from '#/dataset/selection/RowSelectionProvider.tsx'
import { useNewFind } from '#/features/table/find/find-store.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import { createSharedValue } from '#/ui/store.ts'
import { CardList, MOST } from './CardList.tsx'

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
              assetUid="a"
              rows={[]}
              places={{ count, runs: [] }}
              onSight={() => {}}
              goal={createSharedValue<GridScrollTarget | null>(null)}
              find={useNewFind()}
              title={undefined}
              columns={[]}
              canValidate={false}
              busy={false}
              onOpen={() => {}}
            />
          </RowSelectionProvider>
        </DisplayProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}

it('says before the first card and after the last that there are more than are shown', () => {
  render(<Cards count={1_000_000} />)
  const [before, after, ...others] = screen.getAllByText(/^Only the first 40,000 of 1,000,000 are shown/)
  const list = screen.getByRole('list')
  expect(others).toEqual([])
  expect(before?.nextElementSibling).toBe(list)
  expect(list.nextElementSibling).toBe(after)
})

it('says nothing where all are shown', () => {
  render(<Cards count={MOST} />)
  expect(screen.queryByText(/^Only the first/)).toBeNull()
})
