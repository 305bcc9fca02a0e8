import type { FlatNamespace } from 'i18next'
import { i18n } from './i18n.ts'

/**
 * Has the words of these namespaces at hand, in the language of now.
 * @throws Error where they cannot be had; they may be asked for again.
 */
export async function loadNamespaces(...names: FlatNamespace[]) {
  await i18n.loadNamespaces(names)
  await askAgain(i18n.language, names)
}

/** Has all words that are in use at hand in another language. @throws Error as {@link loadNamespaces}. */
export const loadLanguage = (code: string) => askAgain(code, [i18n.options.ns ?? []].flat())

/** i18next itself stays silent about a catalogue that cannot be had, and never asks for it again. */
async function askAgain(code: string, names: readonly string[]) {
  const areMissing = () => names.some((name) => !i18n.hasResourceBundle(code, name))
  if (areMissing()) await i18n.reloadResources(code, names)
  if (areMissing()) throw new Error(`Importing a module of words failed: ${names.join()}`)
}
