import { utils, write } from '@e965/xlsx'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { DEMO_PROJECTS, SENTINELS } from '#/demo/sentinels.ts'
import { withSignIn } from '#/demo/sign-in/sign-in.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import type { Recording } from './recordings.ts'

const SERVER = 'https://demo.kobo.invalid'

/** Demo users that replace the recorded users. */
const USERS: Record<string, string> = { ALICE: 'demo', BOB: 'yusuf', CAROL: 't.bekele', DAVE: 'h.qasim' }

/** Demo projects that replace the recorded projects, by uid. */
const PROJECTS: Record<string, string> = {
  aLvRjPmjPeCAeGN7n7YLjy: DEMO_PROJECTS.household.uid, // deployed, shared with bob as a viewer
  aJjh49fGVbVmCLZDakahaL: DEMO_PROJECTS.household.uid, // "Data lab"
  aS7WkjMEPitu65UDJ4pYAB: DEMO_PROJECTS.household.uid, // "Many submissions"
  a5Htire9Sb8BCjVmZiEaRA: DEMO_PROJECTS.household.uid, // queries and partial permissions
  aWQwVYCF2e8zjKgoDEXXwC: DEMO_PROJECTS.household.uid, // bulk edit
  avcZNfF6o93BJ9AGL9zzMa: DEMO_PROJECTS.household.uid, // OpenRosa, archived later
  ayrrPMq7A344upWRUdy9NU: DEMO_PROJECTS.household.uid, // history
  aFWGvTP4t3JpZMCvJepFcp: DEMO_PROJECTS.household.uid, // unknown keys in the settings
  ai6wP3WuNsvoHD8Tqrr49v: DEMO_PROJECTS.draft.uid,
  aXJN6QEdr6PbvArLkDsCT9: DEMO_PROJECTS.draft.uid, // "Deployment lab", before its first deployment
  aVTrdbmpc59GazppukEMw8: DEMO_PROJECTS.draft.uid, // replaced by imports
  a2Cbx5WxKQQYSDqKkH6s58: DEMO_PROJECTS.archived.uid,
  aHus4snzrCL98AskSTNfmo: DEMO_PROJECTS.arabic.uid,
  az9CV88SfjJDgdsSHbZoXB: SENTINELS.unreadableSubmissions.uid, // "Permission lab": deployed, not shared
}

/** The OAuth2 application of the recordings. */
export const RECORDED_CLIENT = { id: 'spa-public-client', redirectUris: ['https://app.example.net/callback'] }

export interface DemoRequest {
  /** A user of the demo; `null` for an anonymous request. */
  user?: string | null
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
}

/** A demo server for one recording. */
export interface Demo {
  request(request: DemoRequest): Promise<{ status: number; body: unknown; headers: Headers }>
  /** The recorded request with the demo's users and projects. */
  translate(recording: Recording): DemoRequest
}

export async function openDemo(userOverrides: Record<string, string> = {}): Promise<Demo> {
  const transport = withSignIn(await createDemoTransport({ storage: 'memory' }), { clients: [RECORDED_CLIENT] })
  const users = { ...USERS, ...userOverrides }
  return {
    request: (request) => sendRequest(transport, request),
    translate: (recording) => translate(recording, users),
  }
}

async function sendRequest(transport: Transport, { user = 'demo', method, path, body, headers = {} }: DemoRequest) {
  const account = DEMO_USERS.find(({ username }) => username === user)
  const request = new Request(SERVER + path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(account && { Authorization: `Token ${account.token}` }),
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

function translate({ request }: Recording, users: Record<string, string>): DemoRequest {
  const replaceNames = (text: string) =>
    Object.entries(users)
      .reduce(
        (result, [recorded, name]) => result.replaceAll(new RegExp(`\\b${recorded.toLowerCase()}\\b`, 'g'), name),
        text,
      )
      .replaceAll('https://kf.example.org', SERVER)
      .replaceAll(/a[A-Za-z0-9]{21}/g, (uid) => PROJECTS[uid] ?? uid)
  const authorization = request.headers.authorization ?? ''
  const [, recordedUser = ''] = /TOKEN_(\w+)>/.exec(authorization) ?? []
  const isUnknown = authorization !== '' && recordedUser === ''
  return {
    user: users[recordedUser] ?? null,
    method: request.method,
    path: replaceNames(request.path) + (request.query ? `?${replaceNames(request.query)}` : ''),
    ...(request.body !== null && { body: translateBody(request, replaceNames) }),
    ...(isUnknown && { headers: { Authorization: authorization } }),
  }
}

interface Multipart {
  _multipart?: Record<string, unknown>
  _form?: Record<string, string>
}

function translateBody({ body, headers }: Recording['request'], replaceNames: (text: string) => string): unknown {
  const { _multipart: parts, _form: fields } = (typeof body === 'object' ? body : {}) as Multipart
  if (headers['content-type'] === 'application/x-www-form-urlencoded') return new URLSearchParams(fields)
  if (!parts && !fields) return JSON.parse(replaceNames(JSON.stringify(body))) as unknown
  const form = new FormData()
  for (const [name, value] of Object.entries(parts ?? fields ?? {})) {
    if (typeof value === 'string') form.set(name, name === 'destination' ? replaceNames(value) : value)
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

/**
 * The recorded sheets as a spreadsheet; a form with one question if the recording does not contain them; a small text
 * file if it was not a spreadsheet.
 */
function fileOf({ filename, bytes = 0, xlsx_sheets: sheets }: RecordedFile): File {
  if (!sheets && bytes < 1000) return new File(['not a spreadsheet'.slice(0, bytes)], filename)
  const workbook = utils.book_new()
  for (const [name, rows] of Object.entries(sheets ?? ONE_QUESTION)) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name)
  }
  return new File([write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], filename)
}
