import { hostileContent, hostileSubmission } from './form.ts'
import { PROGRAMS } from './programs.ts'
import { TEXTS } from './texts.ts'
import { hostileValues } from './values.ts'

type Answer = (request: Request) => Promise<Response>

/** What stands in the place of every name, answer and word of the projects that this server adds. */
export const HOSTILE_PROJECTS: Readonly<Record<string, readonly string[]>> = {
  aHostilePrograms: Object.values(PROGRAMS).flat(),
  aHostileTexts: Object.values(TEXTS).flat(),
}
/** The project of the demo whose answers are taken, and made hostile. */
const MODEL = 'aHouseholdTurkana2026x'
/** Its name, and the account's: bold, turned round, and longer than the page. */
const NAME = `<b onclick=globalThis.__ran=1>{{name}}</b>\u202E ${'W'.repeat(200)}`
const SUBMISSIONS = 30

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

const PAGE_WITH_A_PROGRAM =
  '<html><body onload="globalThis.__ran=1"><script>globalThis.__ran = 1</script></body></html>'

interface Call {
  request: Request
  url: URL
  demo: Answer
  /** The hostile project that is asked for. */
  uid: string
  values: readonly string[]
  /** The last part of the path that stands for something. */
  id: string
}

/** Asks the demo for the same of the model. */
async function model({ request, url, demo }: Call, path: string): Promise<Record<string, unknown>> {
  const response = await demo(new Request(new URL(path, url), { headers: request.headers }))
  return (await response.json()) as Record<string, unknown>
}

async function project(call: Call, index?: number) {
  const { values, uid } = call
  const at = (number: number) => values[number % values.length] ?? ''
  const name = index === undefined ? NAME : at(index)
  const number = index ?? 0
  return {
    ...(await model(call, `/api/v2/assets/${MODEL}/`)),
    uid: index === undefined ? uid : `${uid}${index}`,
    name,
    owner__username: index === undefined ? 'demo' : at(index + 1),
    settings: {
      description: index === undefined ? values.join('\n') : at(index),
      sector: { value: at(number), label: at(number + 2) },
      country: [at(number + 3), at(number + 4)].map((value) => ({ value, label: value })),
    },
    summary: { row_count: 1e21, languages: [at(number), null, at(number + 5)], default_translation: at(number) },
    date_modified: at(number),
    date_created: at(number + 1),
    deployment__submission_count: SUBMISSIONS,
    deployment__last_submission_time: at(number + 2),
    tag_string: at(number),
    content: index === undefined ? hostileContent(values) : undefined,
    permissions: assignments(call).slice(0, 12),
    ...(index !== undefined && { deployment_status: '-' }),
  }
}

/** A person for each value, with limits that are made of them too. */
function assignments({ values, url, uid }: Pick<Call, 'values' | 'url' | 'uid'>) {
  return values.flatMap((value, index) => {
    // Every third name stands in the address as it is, percent signs and all.
    const name = index % 3 === 0 ? value : encodeURIComponent(value.toWellFormed())
    const limited = index % 4 === 0
    return {
      url: `${url.origin}/api/v2/assets/${uid}/permission-assignments/p${index}/`,
      user: `${url.origin}/api/v2/users/${name}/`,
      permission: `${url.origin}/api/v2/permissions/${limited ? 'partial_submissions' : 'view_asset'}/`,
      ...(limited && {
        partial_permissions: [
          {
            url: '/api/v2/permissions/view_submissions/',
            filters: [{ [value]: { $in: [value] } }, { _submitted_by: value }, { $where: value }],
          },
        ],
      }),
    }
  })
}

/** A file that is a page with a program, whatever it says it is. */
const file = ({ id }: Call) =>
  new Response(PAGE_WITH_A_PROGRAM, {
    headers: {
      'Content-Type': ['text/html', 'image/svg+xml', 'image/png'][Number(id.split('-')[1]) % 3] ?? 'text/html',
    },
  })

const refusals = (values: readonly string[]) => ({
  name: values.slice(0, 9),
  user: values.slice(9, 18),
  detail: values.join('\n'),
  ...Object.fromEntries(values.slice(0, 5).map((value) => [value, [value]])),
})

const submission = (call: Call, number: number) => hostileSubmission(call.values, number, call.url.origin)

/** What is answered in the demo's place, by method and path; `:id` stands for the rest of a path. */
const ROUTES: [method: string, path: RegExp, answer: (call: Call) => unknown][] = [
  ['GET', /^\/token\/$/, ({ request }) => isAskingForTrouble(request) && json(refusals(hostileValues), 500)],
  ['GET', /^\/me\/$/, async (call) => ({ ...(await model(call, '/me/')), username: NAME })],
  ['GET', /^\/api\/v2\/assets\/$/, list],
  ['GET', /^\/api\/v2\/assets\/(aHostile\w+?)\/$/, project],
  ['PATCH', /^\/api\/v2\/assets\/(aHostile\w+)\/$/, ({ values }) => json(refusals(values), 400)],
  ['DELETE', /^\/api\/v2\/assets\/(aHostile\w+)\/$/, ({ values }) => json(refusals(values), 403)],
  [
    'PATCH',
    /^\/api\/v2\/assets\/(aHostile\w+)\/deployment\/$/,
    ({ values }) => json({ error: values.join('\n') }, 400),
  ],
  [
    'GET',
    /^\/api\/v2\/assets\/(aHostile\w+)\/counts\/$/,
    ({ values }) => ({
      daily_submission_counts: Object.fromEntries(values.map((value) => [value, 3])),
      total_submission_count: -1e300,
    }),
  ],
  ['GET', /^\/api\/v2\/assets\/(aHostile\w+)\/permission-assignments\/$/, assignments],
  ['POST', /^\/api\/v2\/assets\/(aHostile\w+)\/permission-assignments\/$/, ({ values }) => json(refusals(values), 400)],
  ['GET', /^\/api\/v2\/assets\/(aHostile\w+)\.xls$/, file],
  [
    'GET',
    /^\/api\/v2\/assets\/(aHostile\w+)\/data\/$/,
    (call) => ({
      count: SUBMISSIONS,
      next: 'https://elsewhere.invalid/api/v2/',
      previous: 'javascript:globalThis.__ran=1',
      results: Array.from({ length: SUBMISSIONS }, (_, number) => submission(call, number)),
    }),
  ],
  ['GET', /^\/api\/v2\/assets\/(aHostile\w+)\/data\/(\d+)\/$/, (call) => submission(call, Number(call.id) - 1)],
  ['GET', /^\/hostile-file\/(\d+-\d+)\/$/, file],
  ['POST', /^\/api\/v2\/imports\/$/, () => json({ uid: 'i1', url: PAGE_WITH_A_PROGRAM, status: 'processing' }, 201)],
  [
    'GET',
    /^\/api\/v2\/imports\/(\w+)\/$/,
    () => ({
      status: 'error',
      uid: 'i1',
      date_created: 'not a date',
      messages: { error: hostileValues.join('\n'), error_type: NAME },
    }),
  ],
]

/** A list of projects, one for each value, then the projects themselves. */
async function list(call: Call) {
  const { searchParams } = call.url
  const start = Number(searchParams.get('start') ?? 0)
  const whole = Object.entries(HOSTILE_PROJECTS).flatMap(([uid, values]) => [
    { uid, values, index: undefined },
    ...values.map((_, index) => ({ uid, values, index })),
  ])
  const page = whole.slice(start, start + Number(searchParams.get('limit') ?? 100))
  const results = await Promise.all(page.map(({ index, ...its }) => project({ ...call, ...its }, index)))
  return { count: whole.length, next: null, previous: null, results }
}

const isAskingForTrouble = (request: Request) =>
  atob(request.headers.get('Authorization')?.split(' ')[1] ?? '').startsWith('trouble:')

/** A KPI whose projects, people, answers, files and refusals are made of hostile values; all else is the demo's. */
export function withHostility(demo: Answer): Answer {
  return async (request) => {
    const url = new URL(request.url)
    for (const [method, path, answer] of ROUTES) {
      const found = path.exec(url.pathname)
      if (!found || method !== request.method) continue
      const uid = found[1] ?? 'aHostilePrograms'
      const values = HOSTILE_PROJECTS[uid.replace(/\d+$/, '')] ?? hostileValues
      const body = await answer({ request, url, demo, uid, values, id: found.at(-1) ?? '' })
      if (body instanceof Response) return body
      if (body !== false) return json(body)
    }
    return demo(request)
  }
}
