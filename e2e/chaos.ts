import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { ApiErrorKind } from '../src/api/errors.ts'

/** A request to the demo, and its faults. */
interface Request {
  method: string
  path: string
  faults: string[]
}

/** Sets the faults of the demo in the page, in the grammar of docs/demo-differences.md; `''` for none. */
export const setChaos = (page: Page, words: string) => askDemo(page, words)

/** The writes that the page sent to the demo since the last call of `setChaos`. */
export const writesOf = async (page: Page) =>
  (await askDemo(page)).filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)

/** The paths of the queries since then. */
export const queriesOf = async (page: Page) =>
  (await askDemo(page)).filter(({ method }) => method === 'GET').map(({ path }) => path)

/** Waits until the table of submissions has requested this number of lists: one is enough, the others come from it. */
export const untilListed = (page: Page, times: number) =>
  expect.poll(async () => (await queriesOf(page)).filter((path) => path.endsWith('/data/')).length).toBe(times)

async function askDemo(page: Page, set?: string): Promise<Request[]> {
  const ask = () =>
    page.evaluate((words) => {
      const detail: { set: string | undefined; log: Request[] | null } = { set: words, log: null }
      document.dispatchEvent(new CustomEvent('fieldboard:chaos', { detail }))
      return detail.log
    }, set)
  let log: Request[] | null = null
  await expect.poll(async () => (log = await ask()), 'the demo answers once it is loaded').not.toBeNull()
  return log ?? []
}

const texts = JSON.parse(
  readFileSync(new URL('../src/i18n/locales/en/errors.json', import.meta.url), 'utf8'),
) as Record<string, { title: string; explanation: string }>

/** The title of the message about a kind of error. */
const titleOf = (kind: ApiErrorKind) => texts[kind]?.title ?? kind

/** Matches the title or the explanation of the message about a kind of error. */
export const messagePattern = (kind: ApiErrorKind) => {
  const { title = '', explanation = '' } = texts[kind] ?? {}
  return new RegExp([title, explanation].map((text) => text.replaceAll(/[.()?]/g, '\\$&')).join('|'))
}

interface QueryFault {
  chaos: string
  /** What the page says of it. */
  message: string
  /** Whether it is retried automatically. */
  isPassing: boolean
}

const faults = (isPassing: boolean, message: string, ...all: string[]): QueryFault[] =>
  all.map((chaos) => ({ chaos, message, isPassing }))

/** Faults of queries, by what the page says of them. */
export const QUERY_FAULTS = [
  ...faults(true, titleOf('server-fault'), '500', '502', '504'),
  ...faults(true, titleOf('throttled'), '429', '429:30'),
  ...faults(true, 'The server cannot be reached', 'cut', 'cut-body'),
  ...faults(false, titleOf('unreadable'), 'truncated', 'empty', 'login-page', 'login-redirect', 'wrong-shape'),
  ...faults(false, titleOf('forbidden'), '403'),
  ...faults(false, titleOf('not-found'), '404'),
]

/** Faults in which the server does not carry out a write. */
export const MUTATION_FAULTS: [chaos: string, kind: ApiErrorKind][] = [
  ['500', 'server-fault'],
  ['502', 'server-fault'],
  ['429', 'throttled'],
  ['cut', 'offline'],
  ['login-page', 'unreadable'],
  ['403', 'forbidden'],
]
