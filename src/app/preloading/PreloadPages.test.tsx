import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import '#/app/loaders/submissions-loader.ts' // loaded before timers are faked
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { PreloadPages } from './PreloadPages.tsx'

const { uid } = DEMO_PROJECTS.household
let requested: string[]

/** Links to a project and its table, on a page of a project that is loaded. */
async function show() {
  const page = (
    <>
      <PreloadPages />
      <a href={`#${paths.project(uid)}`}>Project</a>
      <a href={`#${paths.submissions(uid)}`}>Table</a>
      <a href={`#${paths.submissions(uid)}`} aria-current="page">
        This table
      </a>
    </>
  )
  render(
    <QueryClientProvider client={queryClient()}>
      <RouterProvider router={createMemoryRouter([{ path: '*', element: page }])} />
    </QueryClientProvider>,
  )
  await queryClient().fetchQuery(assetQueries.detail(uid))
  requested = []
}

const rest = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const link = (name: string) => screen.getByRole('link', { name })

beforeEach(async () => {
  requested = []
  const answer = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, async (request) => {
    requested.push(new URL(request.url).pathname.replace(`/api/v2/assets/${uid}/`, ''))
    return answer(request)
  })
  connections.forgetAll()
  connections.use(DEMO_CONNECTION)
  queryClient().clear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  Reflect.deleteProperty(navigator, 'connection')
})

describe('the data of a table', () => {
  it('is requested when the pointer rests on its link, and once', async () => {
    await show()
    fireEvent.pointerOver(link('Table'))
    await rest(99)
    expect(requested).toEqual([])
    await rest(1)
    await vi.waitFor(() => expect(requested).toEqual(['data/']))
    fireEvent.pointerOut(link('Table'))
    fireEvent.pointerOver(link('Table'))
    await rest(1000)
    expect(requested).toEqual(['data/'])
  })

  it('is not requested by a pointer that passes, nor for the table that is shown', async () => {
    await show()
    fireEvent.pointerOver(link('Table'))
    await rest(50)
    fireEvent.pointerOut(link('Table'))
    fireEvent.pointerOver(link('This table'))
    await rest(1000)
    expect(requested).toEqual([])
  })

  it('is not requested by idle time, nor for the link to its project', async () => {
    await show()
    fireEvent.focusIn(link('Project'))
    await rest(5000)
    await vi.waitFor(() => expect(requested).toEqual(['counts/']))
  })

  it('is not requested where the browser is told to save data', async () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
    await show()
    fireEvent.focusIn(link('Table'))
    await rest(1000)
    expect(requested).toEqual([])
  })
})

it('The code of other pages waits for the data of this one', async () => {
  const whenIdle = vi.fn<typeof requestIdleCallback>(() => 1)
  vi.stubGlobal('requestIdleCallback', whenIdle)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  const page = Promise.withResolvers<string>()
  const fetching = queryClient().fetchQuery({ queryKey: ['this page'], queryFn: () => page.promise })
  await show()
  expect(whenIdle).not.toHaveBeenCalled()
  await act(async () => {
    page.resolve('its data')
    await fetching
  })
  await vi.waitFor(() => expect(whenIdle).toHaveBeenCalledOnce())
})
