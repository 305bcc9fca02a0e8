import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { Usage } from './Usage.tsx'

/** Half of November has passed. */
const NOVEMBER = {
  current_period_start: '2026-11-01T00:00:00+00:00',
  current_period_end: '2026-12-01T00:00:00+00:00',
  last_updated: '2026-11-16T00:00:00+00:00',
}
const NLP = {
  asr_seconds_current_period: 90,
  mt_characters_current_period: 0,
  llm_requests_current_period: 0,
  asr_seconds_all_time: 3600,
  mt_characters_all_time: 0,
  llm_requests_all_time: 0,
}
const NO_LIMITS = { submission: null, storage_bytes: null, asr_seconds: null, mt_characters: null, llm_requests: null }
/** As KPI's `usage_calculator.py` has it; the recordings have no limits. */
const limitOf = (limit: number, used: number) => ({
  effective_limit: limit,
  balance_value: limit - used,
  balance_percent: Math.round((100 * used) / limit),
  exceeded: used > limit,
})
const usage = {
  ...NOVEMBER,
  total_nlp_usage: NLP,
  total_storage_bytes: 2_500_000_000,
  total_submission_count: { all_time: 2400, current_period: 800 },
  balances: NO_LIMITS,
}
const project = (number: number) => ({
  asset: `https://kf.example.org/api/v2/assets/a${number}/`,
  asset__name: `Survey ${number}`,
  nlp_usage_current_period: {},
  nlp_usage_all_time: { total_nlp_asr_seconds: 61, total_nlp_mt_characters: 0, total_nlp_llm_requests: 0 },
  storage_bytes: 4_000,
  submission_count_current_period: number,
  submission_count_all_time: 100 + number,
})

/** What the server answers in place of the demo, by the end of the path. */
let answers: Record<string, (url: URL) => Response>

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces(['usage', 'errors'])
})
beforeEach(async () => {
  answers = {}
  const demo = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, async (request) => {
    const url = new URL(request.url)
    const end = Object.keys(answers).find((path) => url.pathname.endsWith(path))
    return end === undefined ? demo(request) : (answers[end]?.(url) ?? demo(request))
  })
})
afterEach(cleanup)

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  bindCache(client, connections.use(DEMO_CONNECTION))
  render(
    <QueryClientProvider client={client}>
      <MantineProvider>
        <MemoryRouter>
          <Usage projectPath={(uid) => `/projects/${uid}`} />
        </MemoryRouter>
      </MantineProvider>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const serve = (balances: Partial<Record<keyof typeof NO_LIMITS, ReturnType<typeof limitOf>>>, isEnforced: boolean) => {
  answers['/service_usage/'] = () => Response.json({ ...usage, balances: { ...NO_LIMITS, ...balances } })
  answers['/environment/'] = () => Response.json({ usage_limit_enforcement: isEnforced })
}
const limit = (name: string) => screen.findByRole('region', { name: `Limit: ${name}` })
const cells = (row: HTMLElement) => [...row.children].map(({ textContent }) => textContent)

describe('Usage', () => {
  it('shows the period, all amounts in their units, and that there are no limits', async () => {
    serve({}, false)
    show()
    expect((await screen.findByText(/^The current period/)).textContent).toBe(
      'The current period is from 1 Nov 2026 to 30 Nov 2026. As of 16 Nov, 00:00.',
    )
    const table = screen.getByRole('table', { name: 'Usage' })
    expect(within(table).getAllByRole('row').slice(1).map(cells)).toEqual([
      ['Submissions', '800', '2,400'],
      ['Storage of files', 'Not by period', '2.5 GB'],
      ['Automatic transcription', '2 minutes', '60 minutes'],
      ['Automatic translation, characters', '0', '0'],
      ['Automatic analysis, requests', '0', '0'],
    ])
    expect(screen.getByText('This server sets no limits.')).toBeDefined()
    expect(screen.queryByRole('progressbar', { name: /^Limit/ })).toBeNull()
  })

  it('says when a limit is reached at this pace, and what the server refuses then', async () => {
    serve({ submission: limitOf(1200, 800), storage_bytes: limitOf(5_000_000_000, 2_500_000_000) }, true)
    show()
    const submissions = await limit('Submissions')
    expect(submissions.textContent).toContain('800 of 1,200 used')
    expect(await within(submissions).findByText(/refuses new submissions to all projects/)).toBeDefined()
    // 800 in 15 days: 1200 after 22.5.
    expect(submissions.textContent).toContain('At this pace, the limit is reached about 23 Nov 2026.')
    expect(within(submissions).getByRole('progressbar').getAttribute('aria-valuenow')).toMatch(/^66\.6/)
    // Storage has no pace: it does not begin anew with a period.
    const storage = await limit('Storage of files')
    expect(storage.textContent).toContain('2.5 GB of 5 GB used')
    expect(storage.textContent).toContain('no date can be given')
    expect(screen.queryByText('This server sets no limits.')).toBeNull()
  })

  it('says how much will be used where the limit lasts', async () => {
    serve({ submission: limitOf(5000, 800) }, true)
    show()
    expect((await limit('Submissions')).textContent).toContain('not reached in this period: about 1,600 by its end')
  })

  it('says what is over a limit, what stops, and when the count restarts', async () => {
    serve({ submission: limitOf(500, 800), asr_seconds: limitOf(60, 90) }, true)
    show()
    const submissions = await limit('Submissions')
    expect(await within(submissions).findByText(/refuses new submissions/)).toBeDefined()
    expect(submissions.textContent).toContain('The limit is exceeded.')
    expect(submissions.textContent).toContain('The count restarts on 1 Dec 2026.')
    expect(within(submissions).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100')
    const transcription = await limit('Automatic transcription')
    expect(transcription.textContent).toContain('2 minutes of 1 minute used')
    expect(transcription.textContent).toContain('the server refuses automatic transcription')
  })

  it('says that nothing stops where limits are not enforced, and that it does not know where it cannot', async () => {
    serve({ submission: limitOf(500, 800) }, false)
    show()
    expect(await within(await limit('Submissions')).findByText(/does not enforce its limits/)).toBeDefined()
    cleanup()
    answers['/environment/'] = () => Response.json({ detail: 'Broken.' }, { status: 500 })
    show()
    expect(await within(await limit('Submissions')).findByText(/could not be loaded/)).toBeDefined()
  })

  it('shows the words of the server when usage cannot be loaded, and loads it on request', async () => {
    answers['/service_usage/'] = () => Response.json({ detail: 'Usage is being calculated.' }, { status: 500 })
    const user = show()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('The usage could not be loaded')
    expect(alert.textContent).toContain('Usage is being calculated.')
    // Projects come by a request of their own.
    expect(await screen.findByRole('table', { name: 'By project' })).toBeDefined()
    serve({}, false)
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('table', { name: 'Usage' })).toBeDefined()
  })

  it('pages through the projects, each with a link and with the processing that the account used', async () => {
    serve({}, false)
    answers['/asset_usage/'] = ({ searchParams }) => {
      const start = Number(searchParams.get('start'))
      const all = Array.from({ length: 60 }, (_, index) => project(index + 1))
      return Response.json({ count: 60, next: null, previous: null, results: all.slice(start, start + 50) })
    }
    const user = show()
    const link = await screen.findByRole('link', { name: 'Survey 1' })
    expect(link.getAttribute('href')).toBe('/projects/a1')
    const headers = await screen.findAllByRole('columnheader', { name: 'Automatic transcription, all time' })
    expect(headers).toHaveLength(1)
    expect(screen.queryByRole('columnheader', { name: /translation/ })).toBeNull()
    const [row] = screen.getAllByRole('row', { name: /^Survey 1 / })
    expect(row && cells(row)).toEqual(['Survey 1', '1', '101', '4 kB', '2 minutes'])
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    expect(await screen.findByRole('link', { name: 'Survey 60' })).toBeDefined()
    expect(screen.getByText('Page 2 of 2')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Next page' })).toHaveProperty('disabled', true)
  })

  it('keeps the totals where the projects cannot be loaded, and says where there are none', async () => {
    serve({}, false)
    answers['/asset_usage/'] = () => Response.json({ detail: 'Not now.' }, { status: 503 })
    const user = show()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('The usage by project could not be loaded')
    expect(screen.getByRole('table', { name: 'Usage' })).toBeDefined()
    answers['/asset_usage/'] = () => Response.json({ count: 0, next: null, previous: null, results: [] })
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('There are no projects.')).toBeDefined()
  })

  it('asks the server for another order', async () => {
    const user = show()
    const order = await screen.findByRole('combobox', { name: 'Order of the projects' })
    await user.selectOptions(order, 'Name, Z to A')
    const names = async () => {
      const table = await screen.findByRole('table', { name: 'By project' })
      return within(table)
        .getAllByRole('link')
        .map(({ textContent }) => textContent ?? '')
    }
    await expect.poll(async () => (await names()).toSorted().toReversed().join() === (await names()).join()).toBe(true)
    expect(new Set(await names()).size).toBeGreaterThan(1)
  })
})
