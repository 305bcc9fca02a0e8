import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { toQuery } from '#/api/kpi/assets/project-search.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { projectPageOf, projectPageParams } from './project-list-page.ts'

const pageOf = (text: string) => projectPageOf(new URLSearchParams(text))

let transport: Transport
beforeAll(async () => {
  transport = await createDemoTransport({ storage: 'memory' })
})

async function statusOf(q: string) {
  const url = `${DEMO_CONNECTION.server}/api/v2/assets/?limit=1&q=${encodeURIComponent(q)}`
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}` }
  return (await transport(new Request(url, { headers }))).status
}

it('an address describes a page of projects', () => {
  expect(pageOf('')).toEqual({
    search: { text: '', status: 'all' },
    ordering: '-date_modified',
    page: 1,
    pageSize: 50,
  })
  expect(
    pageOf(
      'q=water&status=draft&owner=-amina&tag=round+1&tag=north&country=KEN&country=SOM&sector=Health&' +
        'modified=2026-09-01..2026-09-30&created=last-30-days&deployed=..2026-01-01&questions=20..&public=submit&sort=-name&page=3',
    ),
  ).toEqual({
    search: {
      text: 'water',
      status: 'draft',
      owner: '-amina',
      tags: ['round 1', 'north'],
      countries: ['KEN', 'SOM'],
      sectors: ['Health'],
      modified: { from: '2026-09-01', to: '2026-09-30' },
      created: { last: 30 },
      deployed: { to: '2026-01-01' },
      questions: { from: 20 },
      public: 'submit',
    },
    ordering: '-name',
    page: 3,
    pageSize: 50,
  })
})

it.each([
  'status=gone',
  'owner=',
  'owner=-',
  'tag=&tag=+',
  'modified=yesterday',
  'modified=2026-02-30..',
  'modified=..',
  'modified=2026-01-01..2026-01-02..2026-01-03',
  'created=last-0-days',
  'created=last-1000-days',
  'questions=many..',
  'questions=-1..5',
  'questions=..',
  'sort=date_created',
  'page=-1',
  'other=1',
  `owner=${'x'.repeat(201)}`,
])('%s is ignored', (text) => expect(pageOf(text)).toEqual(pageOf('')))

it('has as many values as the server accepts', () => {
  const many = (name: string) => Array.from({ length: 99 }, (_, index) => `${name}=v${index}`).join('&')
  const { search } = pageOf([many('tag'), many('country'), many('sector')].join('&'))
  expect([search.tags?.length, search.countries?.length, search.sectors?.length]).toEqual([10, 30, 20])
})

const NAMES = ['q', 'status', 'owner', 'tag', 'country', 'sector', 'modified', 'created', 'deployed', 'questions']
const Value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('-demo', '2026-01-01..', '..2026-12-31', 'last-7-days', '1..5', 'null', 'true', '007', '1e3'),
  fc.stringMatching(/^["'\\():*.^$ a-z0-9-]{1,12}$/),
)
const Params = fc.array(fc.tuple(fc.constantFrom(...NAMES, 'sort', 'page', 'other'), Value), { maxLength: 12 })

it('any parameters describe a page, whose own parameters describe the same, and which the server accepts', async () => {
  await fc.assert(
    fc.asyncProperty(Params, async (entries) => {
      const page = projectPageOf(new URLSearchParams(entries))
      expect(projectPageOf(new URLSearchParams(projectPageParams(page).toString()))).toEqual(page)
      expect(await statusOf(toQuery(page.search))).toBe(200)
    }),
    { numRuns: 300 },
  )
})
