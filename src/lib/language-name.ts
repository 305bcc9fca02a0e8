/** The name of a language by its code, in the reader's language; the code where the browser knows no name. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  } catch {
    return code // not well-formed
  }
}
