import {
  MAX_TAG_CONDITIONS,
  PROJECT_DATES,
  PUBLIC_FILTERS,
  type DayRange,
  type ProjectSearch,
  type Range,
} from '#/api/kpi/assets/project-search.ts'
import { PROJECT_ORDERS, type ProjectOrder, type ProjectPage } from '#/api/kpi/assets/queries.ts'
import { oneOf, pageParamOf } from '#/app/route-params.ts'
import { isDay } from '#/lib/time/local-day.ts'

const PAGE_SIZE = 50
const ORDERS = PROJECT_ORDERS.flatMap((order): ProjectOrder[] => [order, `-${order}`])
const DEFAULT_ORDER = '-date_modified'

/** What is longer makes addresses that servers refuse. */
const MAX_TEXT = 200
/** Lists with the most values that they may have, and their parameters. */
const LISTS = [
  ['tags', 'tag', MAX_TAG_CONDITIONS],
  ['countries', 'country', 30],
  ['sectors', 'sector', 20],
] as const
const BETWEEN = '..'
const LAST_DAYS = /^last-(\d{1,3})-days$/
const NUMBER = /^\d{1,6}$/

/** The page of projects that an address describes. Parameters that cannot be read are ignored. */
export function projectPageOf(params: URLSearchParams): ProjectPage {
  return {
    search: projectSearchOf(params),
    ordering: oneOf(params, 'sort', [DEFAULT_ORDER, ...ORDERS]),
    page: pageParamOf(params),
    pageSize: PAGE_SIZE,
  }
}

function projectSearchOf(params: URLSearchParams): ProjectSearch {
  const search: ProjectSearch = {
    text: (params.get('q') ?? '').slice(0, MAX_TEXT).toWellFormed(),
    status: oneOf(params, 'status', ['all', 'draft', 'deployed', 'archived']),
  }
  const owner = params.get('owner')?.trim()
  if (owner !== undefined && /^-?[^-]/u.test(owner) && owner.length <= MAX_TEXT) search.owner = owner
  for (const [key, name, max] of LISTS) {
    const values = [...new Set(params.getAll(name).map((value) => value.trim()))]
    const accepted = values.filter((value) => value !== '' && value.length <= MAX_TEXT).slice(0, max)
    if (accepted.length > 0) search[key] = accepted
  }
  for (const date of PROJECT_DATES) {
    const days = daysOf(params.get(date) ?? '')
    if (days) search[date] = days
  }
  const { from, to } = rangeOf(params.get('questions') ?? '', NUMBER) ?? {}
  if (from ?? to)
    search.questions = {
      ...(from !== undefined && { from: Number(from) }),
      ...(to !== undefined && { to: Number(to) }),
    }
  const publicFilter = PUBLIC_FILTERS.find((filter) => filter === params.get('public'))
  if (publicFilter) search.public = publicFilter
  return search
}

function daysOf(text: string): DayRange | undefined {
  const last = Number(LAST_DAYS.exec(text)?.[1] ?? 0)
  if (last > 0) return { last }
  const range = rangeOf(text, /^/)
  return range && Object.values(range).every(isDay) ? range : undefined
}

/** `a..b`, `a..` or `..b`. */
function rangeOf(text: string, pattern: RegExp): Range<string> | undefined {
  const [from = '', to, more] = text.split(BETWEEN)
  if (to === undefined || more !== undefined || from + to === '') return undefined
  if ([from, to].some((limit) => limit !== '' && !pattern.test(limit))) return undefined
  return { ...(from !== '' && { from }), ...(to !== '' && { to }) }
}

/** The parameters of an address for a page of projects, without defaults. */
export function projectPageParams({ search, ordering, page }: ProjectPage): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string) => {
    if (value !== '') params.append(name, value)
  }
  set('q', search.text)
  set('status', search.status === 'all' ? '' : search.status)
  set('owner', search.owner ?? '')
  for (const [key, name] of LISTS) for (const value of search[key] ?? []) set(name, value)
  for (const date of PROJECT_DATES) {
    const days = search[date]
    if (days) set(date, 'last' in days ? `last-${days.last}-days` : rangeText(days))
  }
  if (search.questions) set('questions', rangeText(search.questions))
  set('public', search.public ?? '')
  set('sort', ordering === DEFAULT_ORDER ? '' : ordering)
  set('page', page === 1 ? '' : String(page))
  return params
}

const rangeText = ({ from, to }: Range<string | number>) =>
  from === undefined && to === undefined ? '' : `${from ?? ''}${BETWEEN}${to ?? ''}`
