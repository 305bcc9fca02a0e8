/** The texts of all namespaces but the first ones. The build puts those that a page needs together into one chunk. */
export const catalogues = import.meta.glob<Record<string, unknown>>(
  ['./locales/*/*.json', '!./locales/*/{common,projects}.json'],
  { import: 'default' },
)
