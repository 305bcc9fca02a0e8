/** Characters that a search ignores: combining marks, invisible format characters, the Arabic tatweel. */
const IGNORED = new RegExp(
  [
    '\\p{Cf}',
    '[\\u0300-\\u036F]',
    '[\\u0483-\\u0487]',
    '[\\u0591-\\u05C7]',
    '[\\u0610-\\u061A]',
    '\\u0640',
    '[\\u064B-\\u065F]',
    '\\u0670',
    '[\\u06D6-\\u06ED]',
    '[\\u1AB0-\\u1AFF]',
    '[\\u1DC0-\\u1DFF]',
    '[\\u20D0-\\u20F0]',
    '[\\uFE20-\\uFE2F]',
  ].join('|'),
  'gu',
)

/** Letters that Unicode does not decompose, and letters that keyboards mix up. */
const EQUIVALENTS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ı: 'i',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
}
const HAS_EQUIVALENT = new RegExp(`[${Object.keys(EQUIVALENTS).join('')}]`, 'g')
/** Arabic-Indic and Persian digits. The last four bits of each are its value. */
const DIGIT = /[٠-٩۰-۹]/g

/** ASCII with single spaces: only the case has to be folded. */
const IS_PLAIN = /^(?:[!-~]| (?! ))*$/

/**
 * Folds a text for searching: case, accents, vowel points, variants of the same letter and the width of spaces make no
 * difference. Close to `Intl.Collator` with `sensitivity: 'base'`, which cannot search within a text.
 */
export function foldText(text: string, locale: string): string {
  if (IS_PLAIN.test(text)) return text.toLocaleLowerCase(locale)
  return text
    .normalize('NFKD')
    .replace(IGNORED, '')
    .toLocaleLowerCase(locale)
    .replace(HAS_EQUIVALENT, (letter) => EQUIVALENTS[letter] ?? letter)
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll(/\s+/g, ' ')
}

/** Whether each word of the search is in one of the texts, compared by {@link foldText}. An empty search matches. */
export function matchesSearch(texts: readonly (string | null | undefined)[], search: string, locale: string): boolean {
  const folded = foldText(texts.filter((text) => typeof text === 'string').join('\n'), locale)
  return foldText(search, locale)
    .split(' ')
    .every((word) => folded.includes(word))
}
