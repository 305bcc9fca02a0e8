import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { BulkBar } from './lazy-bulk.tsx'

it('loads the texts of the bulk actions before a row is selected, since the network may fail later', async () => {
  await startI18n()
  expect(i18n.hasLoadedNamespace('bulk')).toBe(false)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BulkBar assetUid="aAny" />
    </QueryClientProvider>,
  )
  await waitFor(() => expect(i18n.hasLoadedNamespace('bulk')).toBe(true))
})
