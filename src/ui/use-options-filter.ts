import { type ComboboxParsedItem, isOptionsGroup, type OptionsFilter } from '@mantine/core'
import { useMemo } from 'react'
import { useLocale } from '#/i18n/use-locale.ts'
import { matchesSearch } from '#/lib/fold-text.ts'

/**
 * The `filter` of a Mantine select: options whose label has every word of the search, folded as in every other search.
 * Groups without such an option are left out, and no more than the select's `limit` come.
 */
export function useOptionsFilter(): OptionsFilter {
  const locale = useLocale()
  return useMemo(() => {
    const filter: OptionsFilter = ({ options, search, limit }) => {
      let left = limit
      const take = <Option extends { label: string }>(all: readonly Option[]): Option[] => {
        const taken: Option[] = []
        for (const option of all) {
          if (left === 0) break
          if (!matchesSearch([option.label], search, locale)) continue
          taken.push(option)
          left -= 1
        }
        return taken
      }
      return options.flatMap((option): ComboboxParsedItem[] => {
        if (!isOptionsGroup(option)) return take([option])
        const items = take(option.items)
        return items.length > 0 ? [{ ...option, items }] : []
      })
    }
    return filter
  }, [locale])
}
