import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, cleanup, render, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { kpiSource } from '#/dataset/sources/kpi/kpi-source.ts'
import { EMPTY_PROJECT } from '#/dataset/sources/testing/empty-project.ts'
import { Prefetch } from './Prefetch.tsx'

const SERVER = 'https://kf.example.org'
const REQUEST = { pageSize: 100, filter: NO_FILTER, sort: null, snapshot: null, fields: undefined, keyPage: null }
const pageAt = (page: number) => kpiSource(EMPTY_PROJECT).page({ ...REQUEST, page })

let asked: Request[]
let answers: (() => void)[]

function Table({ isLooking = true }: { isLooking?: boolean }) {
  const { data } = useQuery(pageAt(1))
  return data && isLooking && <Prefetch page={pageAt(2)} />
}

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
  bindCache(
    client,
    connections.use({ kind: 'kpi', server: SERVER, username: 'alice', auth: { scheme: 'key', token: 'key' } }),
  )
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return { client, ...render(<Table />, { wrapper }) }
}

const startsOf = () => asked.map(({ url }) => new URL(url).searchParams.get('start'))
const answer = () => answers.splice(0).forEach((send) => send())

beforeEach(() => {
  asked = []
  answers = []
  setTransport(SERVER, (request) => {
    asked.push(request)
    return new Promise((resolve) => answers.push(() => resolve(Response.json({ count: 300, results: [] }))))
  })
})

afterEach(() => {
  cleanup()
  connections.forgetAll()
  Reflect.deleteProperty(navigator, 'connection')
})

describe('the next page', () => {
  it('is read when nothing else is on its way, and given up with the view', async () => {
    const { rerender } = open()
    await waitFor(() => expect(startsOf()).toEqual(['0']))
    answer()
    await waitFor(() => expect(startsOf()).toEqual(['0', '100']))
    rerender(<Table isLooking={false} />)
    await waitFor(() => expect(asked[1]?.signal.aborted).toBe(true))
  })

  it('waits for whatever else is read', async () => {
    const { client } = open()
    await waitFor(() => expect(startsOf()).toEqual(['0']))
    let isRead = () => {}
    void client.query({ queryKey: ['other'], queryFn: () => new Promise((resolve) => (isRead = () => resolve(null))) })
    await act(async () => answer())
    await waitFor(() => expect(client.getQueryData(pageAt(1).queryKey)).toBeDefined())
    expect(startsOf()).toEqual(['0'])
    isRead()
    await waitFor(() => expect(startsOf()).toEqual(['0', '100']))
  })

  it('is not read where the browser is to save data', async () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
    const { client } = open()
    await waitFor(() => expect(answers).toHaveLength(1))
    answer()
    await waitFor(() => expect(client.isFetching()).toBe(0))
    expect(client.getQueryData(pageAt(1).queryKey)).toBeDefined()
    expect(startsOf()).toEqual(['0'])
  })
})
