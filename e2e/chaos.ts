import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { ApiErrorKind } from '../src/api/errors.ts'

/** A request that the demo saw, and what went wrong with it. */
interface Asked {
  method: string
  path: string
  faults: string[]
}

/** From now on the demo of this page has these faults, in the words of docs/demo-differences.md; `''`: none. */
export const setChaos = (page: Page, words: string) => tellDemo(page, words)

/** The writes that the page asked the demo for since the last change of the chaos. */
export const writesOf = async (page: Page) =>
  (await tellDemo(page)).filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)

/** The paths that the page read since then. */
export const readsOf = async (page: Page) =>
  (await tellDemo(page)).filter(({ method }) => method === 'GET').map(({ path }) => path)

/** Until the table of submissions has asked so often, all that it reads by itself, the page that comes next at last. */
export const untilReadAhead = (page: Page, times: number) =>
  expect.poll(async () => (await readsOf(page)).filter((path) => path.endsWith('/data/')).length).toBe(times)

const tellDemo = (page: Page, words?: string) =>
  page.evaluate((set) => {
    const detail: { set: string | undefined; log: Asked[] } = { set, log: [] }
    document.dispatchEvent(new CustomEvent('fieldboard:chaos', { detail }))
    return detail.log
  }, words)

const texts = JSON.parse(
  readFileSync(new URL('../src/i18n/locales/en/errors.json', import.meta.url), 'utf8'),
) as Record<string, { title: string; explanation: string }>

/** What the page says of a kind of error. */
const wordsFor = (kind: ApiErrorKind) => texts[kind]?.title ?? kind

/** How a failed write may be worded: by its kind, or by what happened. */
export const wordingOf = (kind: ApiErrorKind) => {
  const { title = '', explanation = '' } = texts[kind] ?? {}
  return new RegExp([title, explanation].map((text) => text.replaceAll(/[.()?]/g, '\\$&')).join('|'))
}

interface ReadingFault {
  chaos: string
  /** What the page says of it. */
  told: string
  /** Tried again by itself, sooner or later. */
  isPassing: boolean
}

const faults = (isPassing: boolean, told: string, ...all: string[]): ReadingFault[] =>
  all.map((chaos) => ({ chaos, told, isPassing }))

/** Faults of readings, as they can be told apart on a page. */
export const READING_FAULTS = [
  ...faults(true, wordsFor('server-fault'), '500', '502', '504'),
  ...faults(true, wordsFor('throttled'), '429', '429:30'),
  ...faults(true, 'The server cannot be reached', 'cut', 'cut-body'),
  ...faults(false, wordsFor('unreadable'), 'truncated', 'empty', 'login-page', 'login-redirect', 'wrong-shape'),
  ...faults(false, wordsFor('forbidden'), '403'),
  ...faults(false, wordsFor('not-found'), '404'),
]

/** Faults in which a write is not carried out. */
export const WRITING_FAULTS: [chaos: string, kind: ApiErrorKind][] = [
  ['500', 'server-fault'],
  ['502', 'server-fault'],
  ['429', 'throttled'],
  ['cut', 'offline'],
  ['login-page', 'unreadable'],
  ['403', 'forbidden'],
]
