/** Accents, vowel points and the like; what cannot be seen; the line that lengthens an Arabic word. */
const UNHEARD = new RegExp(
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

/** Letters that stand for others though Unicode does not take them apart, and letters that keyboards mix up. */
const ALIKE: Readonly<Record<string, string>> = {
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
const SPECIAL = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g')
/** Digits of the Arabic world, whose last four bits are the number. */
const DIGIT = /[٠-٩۰-۹]/g

/** Nothing to take apart, and no gap that is not one space. */
const IS_PLAIN = /^(?:[!-~]| (?! ))*$/

/**
 * A text as one looks for it: capitals, accents, vowel points and ways to write the same letter make no difference, nor
 * does how wide a gap is. About what `Intl.Collator` takes for alike, for parts of a text.
 */
export function foldText(text: string, locale: string): string {
  if (IS_PLAIN.test(text)) return text.toLocaleLowerCase(locale)
  return text
    .normalize('NFKD')
    .replace(UNHEARD, '')
    .toLocaleLowerCase(locale)
    .replace(SPECIAL, (letter) => ALIKE[letter] ?? letter)
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll(/\s+/g, ' ')
}

/** Whether every word of a search stands in one of the texts, all of them folded. An empty search matches everything. */
export function matchesSearch(texts: readonly (string | null | undefined)[], search: string, locale: string): boolean {
  const folded = foldText(texts.filter((text) => typeof text === 'string').join('\n'), locale)
  return foldText(search, locale)
    .split(' ')
    .every((word) => folded.includes(word))
}
