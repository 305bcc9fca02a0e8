import { MIRRORED } from './languages.ts'

/** All texts, by language and namespace. The build puts those that a page needs together into one chunk. */
const catalogues = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' })

/** What the list of projects says. Every page needs the first of them. */
export const FIRST_NAMESPACES = ['common', 'projects'] as const

/** Loads the texts of one namespace. @throws Error where they cannot be loaded. */
export async function loadCatalogue(code: string, namespace: string) {
  const load = catalogues[`./locales/${code === MIRRORED.code ? 'en' : code}/${namespace}.json`]
  if (!load) throw new Error(`No catalogue for ${code}/${namespace}`)
  return load()
}

/** Loads what the first view says. */
export const loadFirstTexts = (code: string) =>
  Promise.all(FIRST_NAMESPACES.map((namespace) => loadCatalogue(code, namespace)))
