import { NotEvaluated } from './parse.ts'

/**
 * Java's `\w` and the like match ASCII, Android's match Unicode. A pattern is translated in both dialects; a result counts
 * only if both agree.
 */
export type PatternDialect = 'ascii' | 'unicode'

/** A set of characters, as the content of a RegExp class (`plain`), or as an expression that matches one (`one`). */
export type CharacterSet = { plain: string } | { one: string }

/** An expression that matches one character of the set. */
export const alternation = (set: CharacterSet): string => ('one' in set ? set.one : `[${set.plain}]`)

export const complementOf = (set: CharacterSet): CharacterSet => ({ one: `(?:(?!${alternation(set)})[^])` })

/** The escape sequence of a code point in a RegExp with the flag `u`. */
const escaped = (code: number) => `\\u{${code.toString(16)}}`

const LINE_ENDS = '\\n\\r\\u0085\\u2028\\u2029'
const HORIZONTAL = ' \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000'

const CLASSES: Record<string, Record<PatternDialect, string>> = {
  d: { ascii: '0-9', unicode: '\\p{Nd}' },
  w: { ascii: '0-9A-Za-z_', unicode: '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d' },
  s: { ascii: ' \\t\\n\\v\\f\\r', unicode: '\\p{White_Space}' },
  h: { ascii: HORIZONTAL, unicode: HORIZONTAL },
}

/** The set of `\d`, `\D` and the like; `null` for other letters. */
export function classOf(letter: string, dialect: PatternDialect): CharacterSet | null {
  const known = Object.hasOwn(CLASSES, letter.toLowerCase()) ? CLASSES[letter.toLowerCase()] : undefined
  if (!known) return null
  const set = { plain: known[dialect] }
  return letter === letter.toLowerCase() ? set : complementOf(set)
}

/** The translation of `.`. */
export const anyCharacter = (isSingleLine: boolean) => (isSingleLine ? '[^]' : `[^${LINE_ENDS}]`)

/** The translation of `$` and `\Z`: Java's also match before a final line break. */
export const lastLineEnd = (dialect: PatternDialect) =>
  dialect === 'ascii' ? '(?:$)' : `(?:(?=(?:\\r\\n|[${LINE_ENDS}])?$)(?<!\\r(?=\\n)))`

/** Classes that match ASCII in Java, and more on Android. */
const POSIX: Record<string, string> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: '0-9A-Za-z',
  XDigit: '0-9A-Fa-f',
  ASCII: '\\0-\\x7f',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Space: ' \\t\\n\\v\\f\\r',
  Cntrl: '\\0-\\x1f\\x7f',
}
const BINARY = ['Alphabetic', 'Lowercase', 'Uppercase', 'White_Space', 'Ideographic']
const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/
const CASED = /^(?:L[ult]|Lower|Upper|Lowercase|Uppercase)$/

interface Property {
  set: CharacterSet
  /** Whether the platforms agree on it for ASCII only. */
  needsAscii: boolean
}

/** The set of `\p{…}`. @throws NotEvaluated for properties that RegExp does not have, such as blocks. */
export function propertyOf(name: string, ignoresCase: boolean, dialect: PatternDialect): Property {
  const [, key = '', value = name] = /^(script|sc|general_category|gc)=(\w+)$/i.exec(name) ?? []
  const inner = key === '' && name.startsWith('Is') ? name.slice(2) : value
  if (ignoresCase && CASED.test(inner)) throw new NotEvaluated(name)
  const of = (plain: string, needsAscii = false): Property => ({ set: { plain }, needsAscii })
  if (name === 'Punct') return of(dialect === 'ascii' ? '!-/:-@\\[-`\\{-~' : '\\p{P}', true)
  if (/^s/i.test(key)) return of(`\\p{Script=${inner}}`)
  if (CATEGORY.test(inner)) return of(`\\p{${inner}}`)
  if (key === '' && inner === name && Object.hasOwn(POSIX, name)) return of(POSIX[name] ?? '', true)
  if (inner !== name && BINARY.includes(inner)) return of(`\\p{${inner}}`)
  if (inner !== name && key === '' && /^[A-Z][a-z]+$/.test(inner)) return of(`\\p{Script=${inner}}`)
  throw new NotEvaluated(name)
}

/** The characters of a range; with both cases of ASCII letters if the case is ignored. */
export function codePointRange(from: number, to: number, ignoresCase: boolean): CharacterSet {
  if (to < from) throw new NotEvaluated('a range in reverse order')
  const ranges = [[from, to]]
  if (ignoresCase) {
    for (const [first, last, shift] of [
      [65, 90, 32],
      [97, 122, -32],
    ] as const) {
      const [low, high] = [Math.max(from, first), Math.min(to, last)]
      if (low <= high) ranges.push([low + shift, high + shift])
    }
  }
  return { plain: ranges.map(([low = 0, high = 0]) => `${escaped(low)}-${escaped(high)}`).join('') }
}

export const unionOf = (sets: readonly CharacterSet[]): CharacterSet => {
  const plain = sets.flatMap((set) => ('plain' in set ? [set.plain] : [])).join('')
  const others = sets.flatMap((set) => ('one' in set ? [set.one] : []))
  if (others.length === 0) return { plain }
  return { one: `(?:${[...(plain === '' ? [] : [`[${plain}]`]), ...others].join('|')})` }
}

export function intersectionOf(sets: readonly CharacterSet[]): CharacterSet {
  const last = sets.at(-1)
  if (!last) throw new NotEvaluated('an empty class')
  if (sets.length === 1) return last
  const others = sets.slice(0, -1).map((set) => `(?=${alternation(set)})`)
  return { one: `(?:${others.join('')}${alternation(last)})` }
}
