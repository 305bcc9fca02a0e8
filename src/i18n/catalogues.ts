import { MIRRORED } from './languages.ts'

/** The texts of the first namespaces, by language. */
const catalogues = import.meta.glob<Record<string, unknown>>('./locales/*/{common,projects}.json', {
  import: 'default',
})

/** The addresses of all other texts load beside the first ones, so that no page waits for them. */
const more = async () => (await import('./more-catalogues.ts')).catalogues

/** What the list of projects says. Every page needs the first of them. */
export const FIRST_NAMESPACES = ['common', 'projects'] as const

/** Loads the texts of one namespace. @throws Error where they cannot be loaded. */
export async function loadCatalogue(code: string, namespace: string) {
  const path = `./locales/${code === MIRRORED.code ? 'en' : code}/${namespace}.json`
  const others = more()
  others.catch(() => null) // thrown below, to those who need them
  const load = catalogues[path] ?? (await others)[path]
  if (!load) throw new Error(`No catalogue for ${code}/${namespace}`)
  return load()
}

/** Loads what the first view says. */
export const loadFirstTexts = (code: string) =>
  Promise.all(FIRST_NAMESPACES.map((namespace) => loadCatalogue(code, namespace)))
