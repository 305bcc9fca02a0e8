import { NotEvaluated } from './parse.ts'
import { escapedCharacter, PatternReader } from './pattern-reader.ts'
import {
  alternation,
  anyCharacter,
  type CharacterSet,
  classOf,
  codePointRange,
  complementOf,
  intersectionOf,
  lastLineEnd,
  type PatternDialect,
  propertyOf,
  unionOf,
} from './pattern-sets.ts'

/** Maximal nesting of brackets. */
const MAX_DEPTH = 50

const HYPHEN = 45

interface Flags {
  ignoresCase: boolean
  isSingleLine: boolean
}

/** Translates a pattern of `java.util.regex` to a RegExp. Throws for syntax that could mean something else there. */
class PatternTranslator {
  readonly #text: PatternReader
  readonly #dialect: PatternDialect
  /** Whether the translation is equivalent for ASCII texts only. */
  needsAscii = false
  #depth = 0
  #atomicCount = 0
  #isLookbehind = false

  constructor(pattern: string, dialect: PatternDialect) {
    this.#text = new PatternReader(pattern)
    this.#dialect = dialect
  }

  translate(): string {
    const written = this.#alternatives({ ignoresCase: false, isSingleLine: false })
    if (this.#text.peek() !== undefined) throw this.#text.error()
    return written
  }

  #alternatives(given: Flags): string {
    const flags = { ...given }
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw this.#text.error()
    let written = ''
    for (let next = this.#text.peek(); next !== undefined && next !== ')'; next = this.#text.peek()) {
      written += this.#text.take('|') ? '|' : this.#repeated(this.#atom(flags))
    }
    this.#depth -= 1
    return written
  }

  #repeated(atom: string): string {
    const [times] = this.#text.match(/^(?:[*+?]|\{\d{1,4}(?:,\d{0,4})?\})/) ?? []
    if (times === undefined) return atom
    if (atom === '') throw this.#text.error()
    if (this.#text.take('?')) return `${atom}${times}?`
    return this.#text.take('+') ? this.#atomic(`${atom}${times}`) : `${atom}${times}`
  }

  /** An atomic group: RegExp does not backtrack into a lookahead either. */
  #atomic(inside: string): string {
    if (this.#isLookbehind) throw this.#text.error()
    this.#atomicCount += 1
    const name = `atomic${this.#atomicCount}`
    return `(?:(?=(?<${name}>${inside}))\\k<${name}>)`
  }

  /** An inline flag such as `(?i)` changes `flags` and returns an empty atom. */
  #atom(flags: Flags): string {
    const letter = this.#text.next()
    switch (letter) {
      case '(':
        return this.#group(flags)
      case '[':
        return alternation(this.#brackets(flags))
      case '.':
        return anyCharacter(flags.isSingleLine)
      case '^':
        return '(?:^)'
      case '$':
        return lastLineEnd(this.#dialect)
      case '\\':
        return this.#escape(flags)
      case '*':
      case '+':
      case '?':
      case '{':
        throw this.#text.error()
      default:
        return alternation(this.#letters(letter.codePointAt(0) ?? 0, flags))
    }
  }

  #group(flags: Flags): string {
    const text = this.#text
    const [kind = ''] = text.match(/^\?(?:<?[=!]|:|>|<[A-Za-z][A-Za-z0-9]*>)/) ?? []
    if (kind === '' && text.take('?')) return this.#flagged(flags)
    const wasLookbehind = this.#isLookbehind
    this.#isLookbehind ||= /^\?<[=!]/.test(kind)
    const inside = this.#alternatives(flags)
    this.#isLookbehind = wasLookbehind
    if (!text.take(')')) throw text.error()
    if (kind === '?>') return this.#atomic(inside)
    return /[=!]$/.test(kind) ? `(?:(${kind}${inside}))` : `(?:${inside})`
  }

  #flagged(flags: Flags): string {
    const [, on = '', off = '', end] = this.#text.match(/^([isu]*)(?:-([isu]+))?([:)])/) ?? []
    if (end === undefined) throw this.#text.error()
    const next = {
      ignoresCase: (flags.ignoresCase || on.includes('i')) && !off.includes('i'),
      isSingleLine: (flags.isSingleLine || on.includes('s')) && !off.includes('s'),
    }
    if (end === ')') {
      Object.assign(flags, next)
      return ''
    }
    const inside = this.#alternatives(next)
    if (!this.#text.take(')')) throw this.#text.error()
    return `(?:${inside})`
  }

  #escape(flags: Flags): string {
    const code = escapedCharacter(this.#text)
    if (code !== null) return alternation(this.#letters(code, flags))
    if (this.#text.take('A')) return '(?:^)'
    if (this.#text.take('z')) return '(?:$)'
    if (this.#text.take('Z')) return lastLineEnd('unicode')
    const [boundary] = this.#text.match(/^[bB](?!\{)/) ?? []
    if (boundary === undefined) return alternation(this.#class(flags))
    this.needsAscii = true
    return `(?:\\${boundary})`
  }

  /** A class such as `\d` or `\p{…}`, after the backslash. */
  #class({ ignoresCase }: Flags): CharacterSet {
    const [, sign, short, long] = this.#text.match(/^([pP])(?:([A-Z])|\{([A-Za-z0-9_=]+)\})/) ?? []
    if (sign === undefined) {
      const known = classOf(this.#text.next(), this.#dialect)
      if (!known) throw this.#text.error()
      return known
    }
    const name = short ?? long ?? ''
    const property = propertyOf(name, ignoresCase, this.#dialect)
    this.needsAscii ||= property.needsAscii
    return sign === 'p' ? property.set : complementOf(property.set)
  }

  #letters(from: number, { ignoresCase }: Flags, to = from): CharacterSet {
    this.needsAscii ||= ignoresCase
    return codePointRange(from, to, ignoresCase)
  }

  /** A character class, after its opening bracket. */
  #brackets(flags: Flags): CharacterSet {
    const text = this.#text
    this.#depth += 1
    if (this.#depth > MAX_DEPTH || text.peek() === ':') throw text.error()
    const isComplement = text.take('^')
    let sets: CharacterSet[] = []
    const operands: CharacterSet[] = []
    let isNested = false
    while (sets.length === 0 || !text.take(']')) {
      if (text.take('&&')) {
        if (sets.length === 0 || text.peek() === '&' || text.peek() === ']') throw text.error()
        operands.push(unionOf(sets))
        sets = []
      } else if (text.take('[')) {
        isNested = true
        sets.push(this.#brackets(flags))
      } else if (text.peek() === ']') throw text.error()
      else sets.push(this.#member(flags))
    }
    this.#depth -= 1
    operands.push(unionOf(sets))
    // Versions of Java disagree on the complement of nested classes.
    if (isComplement && (isNested || operands.length > 1)) throw text.error()
    const all = intersectionOf(operands)
    if (!isComplement) return all
    return 'plain' in all ? { one: `[^${all.plain}]` } : complementOf(all)
  }

  /** A character, a range or a class within brackets. */
  #member(flags: Flags): CharacterSet {
    const text = this.#text
    const one = () => (text.take('\\') ? escapedCharacter(text) : (text.next().codePointAt(0) ?? null))
    const from = one()
    if (from === null) return this.#class(flags)
    if (from === HYPHEN && text.peek() === '-') throw text.error() // some dialects read it as a set difference
    if (text.peek() !== '-' || [']', '[', undefined].includes(text.peek(1))) return this.#letters(from, flags)
    if (text.peek(1) === '-') throw text.error()
    text.take('-')
    const to = one()
    if (to === null) throw text.error()
    return this.#letters(from, flags, to)
  }
}

const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text)

/** @throws NotEvaluated if the browser does not support the pattern, such as an unknown script. */
function compile(written: string): RegExp {
  try {
    return new RegExp(written, 'u')
  } catch {
    throw new NotEvaluated(written)
  }
}

/**
 * Whether a pattern of `java.util.regex` matches the whole text, as KoboCollect checks it.
 * @throws NotEvaluated if that is uncertain, or if the web form, which searches the pattern anywhere, would disagree.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const results = (['ascii', 'unicode'] as const).flatMap((dialect) => {
    const translation = new PatternTranslator(pattern, dialect)
    const written = translation.translate()
    if (translation.needsAscii && !(isAscii(text) && isAscii(pattern))) throw new NotEvaluated(pattern)
    return [compile(`^(?:${written})$`).test(text), compile(written).test(text)]
  })
  const [first = false] = results
  if (results.some((each) => each !== first)) throw new NotEvaluated(pattern)
  return first
}
