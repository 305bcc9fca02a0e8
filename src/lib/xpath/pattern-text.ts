import { NotEvaluated } from './parse.ts'

/** The letters of a pattern, one after another. */
export class PatternText {
  readonly #letters: readonly string[]
  #at = 0

  constructor(pattern: string) {
    this.#letters = Array.from(withoutQuotes(pattern))
  }

  peek(ahead = 0): string | undefined {
    return this.#letters[this.#at + ahead]
  }

  /** @throws NotEvaluated at the end. */
  next(): string {
    const letter = this.peek()
    if (letter === undefined) throw this.fault()
    this.#at += 1
    return letter
  }

  /** Goes on where this text stands next. */
  take(text: string): boolean {
    const isNext = Array.from(text).every((letter, index) => this.peek(index) === letter)
    if (isNext) this.#at += Array.from(text).length
    return isNext
  }

  /** Takes what matches from here on; `null` where nothing does. The expression is sticky. */
  match(expression: RegExp): RegExpExecArray | null {
    const found = expression.exec(this.#letters.slice(this.#at, this.#at + 64).join(''))
    if (found) this.#at += Array.from(found[0]).length
    return found
  }

  fault(): NotEvaluated {
    return new NotEvaluated(this.#letters.join(''))
  }
}

/** `\Q…\E` as single letters. */
const withoutQuotes = (pattern: string) =>
  pattern.replaceAll(/\\Q([\s\S]*?)(?:\\E|$)|\\[\s\S]/g, (all, quoted?: string) =>
    quoted === undefined ? all : quoted.replaceAll(/[^A-Za-z0-9]/gu, (letter) => `\\${letter}`),
  )

const CONTROLS: Record<string, number> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 }

/** The code of the letter that is written after a backslash; `null` where that is no single letter. */
export function escapedLetter(text: PatternText): number | null {
  const octal = text.match(/^0([0-3]?[0-7]{1,2})/)
  if (octal) return Number.parseInt(octal[1] ?? '', 8)
  const hex = text.match(/^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|x\{([0-9a-f]{1,6})\})/i)
  if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16)
  const letter = text.peek()
  if (letter === undefined) throw text.fault()
  const control = Object.hasOwn(CONTROLS, letter) ? CONTROLS[letter] : undefined
  if (control === undefined && /[A-Za-z0-9]/.test(letter)) return null
  text.next()
  return control ?? letter.codePointAt(0) ?? null
}
