import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { metadataQueries } from '#/api/kpi/asset-metadata/queries.ts'
import { countryName } from '#/api/kpi/assets/project-context.ts'
import type { DayRange, ProjectSearch, Range } from '#/api/kpi/assets/project-search.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isolate } from '#/lib/bidi.ts'
import type { FilterField } from './filter-fields.ts'

/**
 * Returns a function for the value of a filter as text. Countries have their names from the projects that are shown; the
 * server is asked only where none of them has one.
 */
export function useFilterText(search: ProjectSearch, projects: readonly AssetListItem[], username: string) {
  const { t } = useTranslation('project-list')
  const format = useFormat()
  const shown = new Map(
    projects.flatMap(({ settings }) => settings.country ?? []).map(({ value, label }) => [value, label]),
  )
  const isMissing = search.countries?.some((code) => !shown.has(code)) === true
  const { data: choices } = useQuery({ ...metadataQueries.choices(), enabled: isMissing })
  const known = new Map(choices?.countries)
  const nameOf = (code: string) => isolate(countryName(shown.get(code) ?? known.get(code) ?? code))
  const anyOf = (values: readonly string[]) => format.listOfAlternatives(values.map(isolate))

  function ownerText(owner: string): string {
    const name = owner.replace('-', '')
    if (name === username) return t(owner === name ? 'filter.owner.me' : 'filter.owner.others')
    return owner === name ? isolate(name) : t('filter.owner.not', { name: isolate(name) })
  }
  function rangeText<Value>({ from, to }: Range<Value>, text: (value: Value) => string): string {
    if (from === undefined) return to === undefined ? '' : t('filter.atMost', { to: text(to) })
    if (to === undefined) return t('filter.atLeast', { from: text(from) })
    return from === to ? text(from) : t('filter.between', { from: text(from), to: text(to) })
  }
  function daysText(days: DayRange): string {
    if ('last' in days) return t('filter.last', { count: days.last })
    const { from, to } = days
    if (to === undefined && from !== undefined) return t('filter.since', { from: format.date(from) })
    if (from === undefined && to !== undefined) return t('filter.until', { to: format.date(to) })
    return rangeText(days, format.date)
  }

  return (field: FilterField): string => {
    switch (field) {
      case 'owner':
        return ownerText(search.owner ?? '')
      case 'countries':
        return format.listOfAlternatives((search.countries ?? []).map(nameOf))
      case 'sectors':
      case 'tags':
        return anyOf(search[field] ?? [])
      case 'modified':
      case 'created':
      case 'deployed':
        return daysText(search[field] ?? {})
      case 'questions':
        return rangeText(search.questions ?? {}, format.number)
      case 'public':
        return t(`filter.public.${search.public ?? 'all'}`)
    }
  }
}
