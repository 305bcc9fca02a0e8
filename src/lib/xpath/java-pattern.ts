import { NotEvaluated } from './parse.ts'
import {
  alternation,
  anyLetter,
  classOf,
  codePointRange,
  complementOf,
  intersectionOf,
  lastLineEnd,
  type LetterSet,
  type PatternDialect,
  propertyOf,
  unionOf,
} from './pattern-sets.ts'
import { escapedLetter, PatternText } from './pattern-text.ts'

/** More brackets within brackets than anybody writes. */
const DEEPEST = 50

const HYPHEN = 45

interface Flags {
  ignoresCase: boolean
  isSingleLine: boolean
}

/** Writes a pattern of `java.util.regex` as one of the browser, where it is known to mean the same. */
class Translation {
  readonly #text: PatternText
  readonly #reading: PatternDialect
  /** Whether it means the same only in texts of ASCII. */
  needsAscii = false
  #depth = 0
  #atomics = 0
  #looksBehind = false

  constructor(pattern: string, reading: PatternDialect) {
    this.#text = new PatternText(pattern)
    this.#reading = reading
  }

  whole(): string {
    const written = this.#alternatives({ ignoresCase: false, isSingleLine: false })
    if (this.#text.peek() !== undefined) throw this.#text.fault()
    return written
  }

  #alternatives(given: Flags): string {
    const flags = { ...given }
    this.#depth += 1
    if (this.#depth > DEEPEST) throw this.#text.fault()
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
    if (atom === '') throw this.#text.fault()
    if (this.#text.take('?')) return `${atom}${times}?`
    return this.#text.take('+') ? this.#atomic(`${atom}${times}`) : `${atom}${times}`
  }

  /** What is once taken is not given back: so is what a lookahead took. */
  #atomic(inside: string): string {
    if (this.#looksBehind) throw this.#text.fault()
    this.#atomics += 1
    const name = `taken${this.#atomics}`
    return `(?:(?=(?<${name}>${inside}))\\k<${name}>)`
  }

  /** Changes the flags where they are set from here on; such an atom is empty. */
  #atom(flags: Flags): string {
    const letter = this.#text.next()
    switch (letter) {
      case '(':
        return this.#group(flags)
      case '[':
        return alternation(this.#brackets(flags))
      case '.':
        return anyLetter(flags.isSingleLine)
      case '^':
        return '(?:^)'
      case '$':
        return lastLineEnd(this.#reading)
      case '\\':
        return this.#escape(flags)
      case '*':
      case '+':
      case '?':
      case '{':
        throw this.#text.fault()
      default:
        return alternation(this.#letters(letter.codePointAt(0) ?? 0, flags))
    }
  }

  #group(flags: Flags): string {
    const text = this.#text
    const [kind = ''] = text.match(/^\?(?:<?[=!]|:|>|<[A-Za-z][A-Za-z0-9]*>)/) ?? []
    if (kind === '' && text.take('?')) return this.#flagged(flags)
    const looksBehind = this.#looksBehind
    this.#looksBehind ||= /^\?<[=!]/.test(kind)
    const inside = this.#alternatives(flags)
    this.#looksBehind = looksBehind
    if (!text.take(')')) throw text.fault()
    if (kind === '?>') return this.#atomic(inside)
    return /[=!]$/.test(kind) ? `(?:(${kind}${inside}))` : `(?:${inside})`
  }

  #flagged(flags: Flags): string {
    const [, on = '', off = '', end] = this.#text.match(/^([isu]*)(?:-([isu]+))?([:)])/) ?? []
    if (end === undefined) throw this.#text.fault()
    const next = {
      ignoresCase: (flags.ignoresCase || on.includes('i')) && !off.includes('i'),
      isSingleLine: (flags.isSingleLine || on.includes('s')) && !off.includes('s'),
    }
    if (end === ')') {
      Object.assign(flags, next)
      return ''
    }
    const inside = this.#alternatives(next)
    if (!this.#text.take(')')) throw this.#text.fault()
    return `(?:${inside})`
  }

  #escape(flags: Flags): string {
    const code = escapedLetter(this.#text)
    if (code !== null) return alternation(this.#letters(code, flags))
    if (this.#text.take('A')) return '(?:^)'
    if (this.#text.take('z')) return '(?:$)'
    if (this.#text.take('Z')) return lastLineEnd('unicode')
    const [boundary] = this.#text.match(/^[bB](?!\{)/) ?? []
    if (boundary === undefined) return alternation(this.#class(flags))
    this.needsAscii = true
    return `(?:\\${boundary})`
  }

  /** `\d`, `\p{…}` and the like, after the backslash. */
  #class({ ignoresCase }: Flags): LetterSet {
    const [, sign, short, long] = this.#text.match(/^([pP])(?:([A-Z])|\{([A-Za-z0-9_=]+)\})/) ?? []
    if (sign === undefined) {
      const known = classOf(this.#text.next(), this.#reading)
      if (!known) throw this.#text.fault()
      return known
    }
    const name = short ?? long ?? ''
    const property = propertyOf(name, ignoresCase, this.#reading)
    this.needsAscii ||= property.needsAscii
    return sign === 'p' ? property.set : complementOf(property.set)
  }

  #letters(from: number, { ignoresCase }: Flags, to = from): LetterSet {
    this.needsAscii ||= ignoresCase
    return codePointRange(from, to, ignoresCase)
  }

  /** What stands in brackets, after the first. */
  #brackets(flags: Flags): LetterSet {
    const text = this.#text
    this.#depth += 1
    if (this.#depth > DEEPEST || text.peek() === ':') throw text.fault()
    const isComplement = text.take('^')
    let sets: LetterSet[] = []
    const operands: LetterSet[] = []
    let isNested = false
    while (sets.length === 0 || !text.take(']')) {
      if (text.take('&&')) {
        if (sets.length === 0 || text.peek() === '&' || text.peek() === ']') throw text.fault()
        operands.push(unionOf(sets))
        sets = []
      } else if (text.take('[')) {
        isNested = true
        sets.push(this.#brackets(flags))
      } else if (text.peek() === ']') throw text.fault()
      else sets.push(this.#member(flags))
    }
    this.#depth -= 1
    operands.push(unionOf(sets))
    // Versions of Java differ on what is left out there.
    if (isComplement && (isNested || operands.length > 1)) throw text.fault()
    const all = intersectionOf(operands)
    if (!isComplement) return all
    return 'plain' in all ? { one: `[^${all.plain}]` } : complementOf(all)
  }

  /** A letter, a range or a class in brackets. */
  #member(flags: Flags): LetterSet {
    const text = this.#text
    const one = () => (text.take('\\') ? escapedLetter(text) : (text.next().codePointAt(0) ?? null))
    const from = one()
    if (from === null) return this.#class(flags)
    if (from === HYPHEN && text.peek() === '-') throw text.fault() // a difference to some
    if (text.peek() !== '-' || [']', '[', undefined].includes(text.peek(1))) return this.#letters(from, flags)
    if (text.peek(1) === '-') throw text.fault()
    text.take('-')
    const to = one()
    if (to === null) throw text.fault()
    return this.#letters(from, flags, to)
  }
}

const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text)

/** @throws NotEvaluated where the browser has no such letters, as those of a script that it does not know. */
function compiled(written: string): RegExp {
  try {
    return new RegExp(written, 'u')
  } catch {
    throw new NotEvaluated(written)
  }
}

/**
 * Whether a text as a whole is what a pattern of Java's says, as phones hold answers to it. @throws NotEvaluated where
 * that is not to be known here, or where the web form, which looks for the pattern anywhere, would say something else.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const results = (['ascii', 'unicode'] as const).flatMap((reading) => {
    const translation = new Translation(pattern, reading)
    const written = translation.whole()
    if (translation.needsAscii && !(isAscii(text) && isAscii(pattern))) throw new NotEvaluated(pattern)
    return [compiled(`^(?:${written})$`).test(text), compiled(written).test(text)]
  })
  const [first = false] = results
  if (results.some((each) => each !== first)) throw new NotEvaluated(pattern)
  return first
}
