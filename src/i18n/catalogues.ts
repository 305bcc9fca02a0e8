/** What every page says: one lazy chunk for each language and namespace. */
export const catalogues = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' })
