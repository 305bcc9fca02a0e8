import { type ComboboxParsedItem, isOptionsGroup, type OptionsFilter } from '@mantine/core'
import { useMemo } from 'react'
import { useLocale } from '#/i18n/use-locale.ts'
import { matchesSearch } from '#/lib/fold-text.ts'

/**
 * A `filter` for Mantine selects: keeps options whose label contains every word of the search, as {@link matchesSearch}
 * compares them. Leaves out empty groups, and returns at most `limit` options.
 */
export function useOptionsFilter(): OptionsFilter {
  const locale = useLocale()
  return useMemo(() => {
    const filter: OptionsFilter = ({ options, search, limit }) => {
      let remaining = limit
      const matchesOf = <Option extends { label: string }>(all: readonly Option[]): Option[] => {
        const matching: Option[] = []
        for (const option of all) {
          if (remaining === 0) break
          if (!matchesSearch([option.label], search, locale)) continue
          matching.push(option)
          remaining -= 1
        }
        return matching
      }
      return options.flatMap((option): ComboboxParsedItem[] => {
        if (!isOptionsGroup(option)) return matchesOf([option])
        const items = matchesOf(option.items)
        return items.length > 0 ? [{ ...option, items }] : []
      })
    }
    return filter
  }, [locale])
}
