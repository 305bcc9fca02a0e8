type Languages = readonly (string | null)[] | null

interface LanguageChanges {
  added: (string | null)[]
  removed: (string | null)[]
  /** The language in which the form opens, if it is another one than before. */
  first?: string | null
}

/** How the languages of two versions of a form differ; `null` if they are the same. The first is the default [0340]. */
export function languageChanges(running: Languages, saved: Languages): LanguageChanges | null {
  const [before, after] = [running ?? [null], saved ?? [null]]
  const added = after.filter((language) => !before.includes(language))
  const removed = before.filter((language) => !after.includes(language))
  const [first = null] = after
  const isOtherFirst = before.length > 0 && first !== (before[0] ?? null)
  if (added.length === 0 && removed.length === 0 && !isOtherFirst) return null
  return { added, removed, ...(isOtherFirst && { first }) }
}
