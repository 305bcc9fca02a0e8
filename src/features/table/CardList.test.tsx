import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { ReadingProvider, useNewReading } from '#/dataset/answers/display.ts'
import { SelectionScope } from '#/dataset/selection/RowSelectionProvider.tsx'
import { useNewFinding } from '#/features/table/find/find-store.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import type { GridGoal } from '#/ui/grid/data-grid-props.ts'
import { createSharedValue } from '#/ui/store.ts'
import { MOST, SubmissionCards } from './CardList.tsx'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
})
afterEach(cleanup)

function Cards({ count }: { count: number }) {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider>
        <ReadingProvider value={useNewReading(0)}>
          <SelectionScope filter="">
            <SubmissionCards
              assetUid="a"
              rows={[]}
              places={{ count, runs: [] }}
              onSight={() => {}}
              goal={createSharedValue<GridGoal | null>(null)}
              find={useNewFinding()}
              title={undefined}
              columns={[]}
              canValidate={false}
              busy={false}
              onOpen={() => {}}
            />
          </SelectionScope>
        </ReadingProvider>
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
