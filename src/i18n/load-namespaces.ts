import type { FlatNamespace } from 'i18next'
import { i18n } from './i18n.ts'

/**
 * Loads the catalogues of these namespaces in the current language.
 * @throws Error if one cannot be loaded; another call tries again.
 */
export async function loadNamespaces(...names: FlatNamespace[]) {
  await i18n.loadNamespaces(names)
  await loadMissing(i18n.language, names)
}

/** Loads all namespaces in use in another language. @throws Error as {@link loadNamespaces}. */
export const loadLanguage = (code: string) => loadMissing(code, [i18n.options.ns ?? []].flat())

/** i18next ignores a catalogue that cannot be loaded, and never requests it again. */
async function loadMissing(code: string, names: readonly string[]) {
  const isMissing = () => names.some((name) => !i18n.hasResourceBundle(code, name))
  if (isMissing()) await i18n.reloadResources(code, names)
  if (isMissing()) throw new Error(`Importing a module of words failed: ${names.join()}`)
}
