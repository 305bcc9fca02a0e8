import { hostileContent, hostileSubmission } from './form.ts'
import { PROGRAMS } from './programs.ts'
import { TEXTS } from './texts.ts'
import { hostileValues } from './values.ts'

type Handler = (request: Request) => Promise<Response>

/** The projects that this server adds, with the values used for all their names and answers. */
export const HOSTILE_PROJECTS: Readonly<Record<string, readonly string[]>> = {
  aHostilePrograms: Object.values(PROGRAMS).flat(),
  aHostileTexts: Object.values(TEXTS).flat(),
}
/** The demo project whose responses are the base. */
const MODEL = 'aHouseholdTurkana2026x'
/** Name of the projects and of the account: HTML, right-to-left override, and longer than the page. */
const NAME = `<b onclick=globalThis.__ran=1>{{name}}</b>\u202E ${'W'.repeat(200)}`
const SUBMISSIONS = 30

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

const PAGE_WITH_A_PROGRAM =
  '<html><body onload="globalThis.__ran=1"><script>globalThis.__ran = 1</script></body></html>'

interface Call {
  request: Request
  url: URL
  demo: Handler
  /** Uid of the requested hostile project. */
  uid: string
  values: readonly string[]
  /** The last captured part of the path. */
  id: string
}

/** Requests the model project from the demo. */
async function fetchModel({ request, url, demo }: Call, path: string): Promise<Record<string, unknown>> {
  const response = await demo(new Request(new URL(path, url), { headers: request.headers }))
  return (await response.json()) as Record<string, unknown>
}

async function project(call: Call, index?: number) {
  const { values, uid } = call
  const at = (number: number) => values[number % values.length] ?? ''
  const name = index === undefined ? NAME : at(index)
  const number = index ?? 0
  return {
    ...(await fetchModel(call, `/api/v2/assets/${MODEL}/`)),
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

/** A permission assignment for each value as a username, some with filters made of the value. */
function assignments({ values, url, uid }: Pick<Call, 'values' | 'url' | 'uid'>) {
  return values.flatMap((value, index) => {
    // Every third username is in the URL without escaping.
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

/** An HTML page with a script, sent with different content types. */
const file = ({ id }: Call) =>
  new Response(PAGE_WITH_A_PROGRAM, {
    headers: {
      'Content-Type': ['text/html', 'image/svg+xml', 'image/png'][Number(id.split('-')[1]) % 3] ?? 'text/html',
    },
  })

const errorBody = (values: readonly string[]) => ({
  name: values.slice(0, 9),
  user: values.slice(9, 18),
  detail: values.join('\n'),
  ...Object.fromEntries(values.slice(0, 5).map((value) => [value, [value]])),
})

const submission = (call: Call, number: number) => hostileSubmission(call.values, number, call.url.origin)

/** Handlers that replace those of the demo, by method and path. */
const ROUTES: [method: string, path: RegExp, answer: (call: Call) => unknown][] = [
  ['GET', /^\/token\/$/, ({ request }) => isHostileLogin(request) && json(errorBody(hostileValues), 500)],
  ['GET', /^\/me\/$/, async (call) => ({ ...(await fetchModel(call, '/me/')), username: NAME })],
  ['GET', /^\/api\/v2\/assets\/$/, list],
  ['GET', /^\/api\/v2\/assets\/(aHostile\w+?)\/$/, project],
  ['PATCH', /^\/api\/v2\/assets\/(aHostile\w+)\/$/, ({ values }) => json(errorBody(values), 400)],
  ['DELETE', /^\/api\/v2\/assets\/(aHostile\w+)\/$/, ({ values }) => json(errorBody(values), 403)],
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
  [
    'POST',
    /^\/api\/v2\/assets\/(aHostile\w+)\/permission-assignments\/$/,
    ({ values }) => json(errorBody(values), 400),
  ],
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

/** The list of projects: the hostile projects, and one more for each value. */
async function list(call: Call) {
  const { searchParams } = call.url
  const start = Number(searchParams.get('start') ?? 0)
  const allItems = Object.entries(HOSTILE_PROJECTS).flatMap(([uid, values]) => [
    { uid, values, index: undefined },
    ...values.map((_, index) => ({ uid, values, index })),
  ])
  const page = allItems.slice(start, start + Number(searchParams.get('limit') ?? 100))
  const results = await Promise.all(page.map(({ index, ...its }) => project({ ...call, ...its }, index)))
  return { count: allItems.length, next: null, previous: null, results }
}

const isHostileLogin = (request: Request) =>
  atob(request.headers.get('Authorization')?.split(' ')[1] ?? '').startsWith('trouble:')

/** Adds projects, users, answers, files and error messages made of hostile values; other requests go to the demo. */
export function withHostility(demo: Handler): Handler {
  return async (request) => {
    const url = new URL(request.url)
    for (const [method, path, answer] of ROUTES) {
      const match = path.exec(url.pathname)
      if (!match || method !== request.method) continue
      const uid = match[1] ?? 'aHostilePrograms'
      const values = HOSTILE_PROJECTS[uid.replace(/\d+$/, '')] ?? hostileValues
      const body = await answer({ request, url, demo, uid, values, id: match.at(-1) ?? '' })
      if (body instanceof Response) return body
      if (body !== false) return json(body)
    }
    return demo(request)
  }
}
