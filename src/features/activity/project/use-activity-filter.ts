import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { HistorySearch } from '#/api/kpi/history/search.ts'
import { isDay, startOfDay } from '#/lib/time/local-day.ts'

/** The filter of a project's activity as the address has it. Days are those of this device's time zone. */
export interface ActivityFilter {
  action: string
  person: string
  /** `2026-11-20`, or empty. */
  from: string
  to: string
  /** Whether views of the submissions are listed too. */
  views: boolean
}

const dayIn = (params: URLSearchParams, name: string) => {
  const text = params.get(name) ?? ''
  return isDay(text) ? text : ''
}

/** Reads the filter from the address, and changes it there. */
export function useActivityFilter() {
  const [params, setParams] = useSearchParams()
  const filter: ActivityFilter = {
    action: params.get('action') ?? '',
    person: params.get('person') ?? '',
    from: dayIn(params, 'from'),
    to: dayIn(params, 'to'),
    views: params.has('views'),
  }
  const change = (changes: Partial<ActivityFilter>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value === '' || value === false) next.delete(name)
          else next.set(name, value === true ? '1' : value)
        }
        return next
      },
      { replace: true },
    )

  const { action, person, from, to, views } = filter
  const search = useMemo(
    (): HistorySearch => ({
      action,
      person,
      from: from === '' ? undefined : startOfDay(from),
      until: to === '' ? undefined : startOfDay(to, 1),
      withViews: views,
    }),
    [action, person, from, to, views],
  )
  const isFiltered = action !== '' || person !== '' || from !== '' || to !== ''
  return { filter, search, isFiltered, change }
}
