import { utils, write } from '@e965/xlsx'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { DEMO_PROJECTS, SENTINELS } from '#/demo/sentinels.ts'
import { withFrontDoor } from '#/demo/sign-in/front-door.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import type { Recording } from './recordings.ts'

const SERVER = 'https://demo.kobo.invalid'

/** Who plays the recorded people. */
const CAST: Record<string, string> = { ALICE: 'demo', BOB: 'yusuf', CAROL: 't.bekele', DAVE: 'h.qasim' }

/** Which projects play the recorded ones. */
const STAGE: Record<string, string> = {
  aLvRjPmjPeCAeGN7n7YLjy: DEMO_PROJECTS.household.uid, // deployed, shared with bob to look at
  aJjh49fGVbVmCLZDakahaL: DEMO_PROJECTS.household.uid, // "Data lab"
  aS7WkjMEPitu65UDJ4pYAB: DEMO_PROJECTS.household.uid, // "Many submissions"
  a5Htire9Sb8BCjVmZiEaRA: DEMO_PROJECTS.household.uid, // queries and row rules
  aWQwVYCF2e8zjKgoDEXXwC: DEMO_PROJECTS.household.uid, // bulk edit
  avcZNfF6o93BJ9AGL9zzMa: DEMO_PROJECTS.household.uid, // OpenRosa, archived later
  ayrrPMq7A344upWRUdy9NU: DEMO_PROJECTS.household.uid, // history
  aFWGvTP4t3JpZMCvJepFcp: DEMO_PROJECTS.household.uid, // keys of one's own in the settings
  ai6wP3WuNsvoHD8Tqrr49v: DEMO_PROJECTS.draft.uid,
  aXJN6QEdr6PbvArLkDsCT9: DEMO_PROJECTS.draft.uid, // "Deployment lab", before its first deployment
  aVTrdbmpc59GazppukEMw8: DEMO_PROJECTS.draft.uid, // replaced by imports
  a2Cbx5WxKQQYSDqKkH6s58: DEMO_PROJECTS.archived.uid,
  aHus4snzrCL98AskSTNfmo: DEMO_PROJECTS.arabic.uid,
  az9CV88SfjJDgdsSHbZoXB: SENTINELS.unreadableSubmissions.uid, // "Permission lab": deployed, shared with nobody
}

/** The application that the recordings sign in with. */
export const RECORDED_CLIENT = { id: 'spa-public-client', redirectUris: ['https://app.example.net/callback'] }

export interface Step {
  /** A user of the demo; `null` without signing in. */
  as?: string | null
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
}

/** A demo server of its own for each recording. */
export interface World {
  ask(step: Step): Promise<{ status: number; body: unknown; headers: Headers }>
  /** The recorded request, with the demo's people and projects in it. */
  translate(recording: Recording): Step
}

export async function openWorld(cast: Record<string, string> = {}): Promise<World> {
  const transport = withFrontDoor(await createDemoTransport({ storage: 'memory' }), { clients: [RECORDED_CLIENT] })
  const people = { ...CAST, ...cast }
  return { ask: (step) => ask(transport, step), translate: (recording) => translate(recording, people) }
}

async function ask(transport: Transport, { as = 'demo', method, path, body, headers = {} }: Step) {
  const user = DEMO_USERS.find(({ username }) => username === as)
  const request = new Request(SERVER + path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(user && { Authorization: `Token ${user.token}` }),
      ...(body !== undefined && !isForm(body) && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(isForm(body) ? { body } : body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await transport(request)
  const bytes = await response.arrayBuffer()
  const type = response.headers.get('Content-Type') ?? ''
  const text = () => new TextDecoder().decode(bytes)
  const parsed: unknown = type.includes('json') ? JSON.parse(text()) : type.startsWith('text') ? text() : bytes
  return { status: response.status, headers: response.headers, body: bytes.byteLength === 0 ? null : parsed }
}

const isForm = (body: unknown) => body instanceof FormData || body instanceof URLSearchParams

function translate({ request }: Recording, people: Record<string, string>): Step {
  const replaced = (text: string) =>
    Object.entries(people)
      .reduce(
        (result, [recorded, name]) => result.replaceAll(new RegExp(`\\b${recorded.toLowerCase()}\\b`, 'g'), name),
        text,
      )
      .replaceAll('https://kf.example.org', SERVER)
      .replaceAll(/a[A-Za-z0-9]{21}/g, (uid) => STAGE[uid] ?? uid)
  const authorization = request.headers.authorization ?? ''
  const [, person = ''] = /TOKEN_(\w+)>/.exec(authorization) ?? []
  const isUnknown = authorization !== '' && person === ''
  return {
    as: people[person] ?? null,
    method: request.method,
    path: replaced(request.path) + (request.query ? `?${replaced(request.query)}` : ''),
    ...(request.body !== null && { body: translateBody(request, replaced) }),
    ...(isUnknown && { headers: { Authorization: authorization } }),
  }
}

interface Multipart {
  _multipart?: Record<string, unknown>
  _form?: Record<string, string>
}

function translateBody({ body, headers }: Recording['request'], replaced: (text: string) => string): unknown {
  const { _multipart: parts, _form: fields } = (typeof body === 'object' ? body : {}) as Multipart
  if (headers['content-type'] === 'application/x-www-form-urlencoded') return new URLSearchParams(fields)
  if (!parts && !fields) return JSON.parse(replaced(JSON.stringify(body))) as unknown
  const form = new FormData()
  for (const [name, value] of Object.entries(parts ?? fields ?? {})) {
    if (typeof value === 'string') form.set(name, name === 'destination' ? replaced(value) : value)
    else form.set(name, fileOf(value as RecordedFile))
  }
  return form
}

interface RecordedFile {
  filename: string
  bytes?: number
  xlsx_sheets?: Record<string, unknown[][]>
}

const ONE_QUESTION = {
  survey: [
    ['type', 'name', 'label'],
    ['text', 'q1', 'One question'],
  ],
}

/** The recorded sheets as a spreadsheet; where they were left out, one question; what was none stays none. */
function fileOf({ filename, bytes = 0, xlsx_sheets: sheets }: RecordedFile): File {
  if (!sheets && bytes < 1000) return new File(['not a spreadsheet'.slice(0, bytes)], filename)
  const workbook = utils.book_new()
  for (const [name, rows] of Object.entries(sheets ?? ONE_QUESTION)) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name)
  }
  return new File([write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], filename)
}
