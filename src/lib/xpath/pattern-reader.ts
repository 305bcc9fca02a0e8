import { NotEvaluated } from './parse.ts'

/** Reads a pattern character by character. */
export class PatternReader {
  readonly #characters: readonly string[]
  #position = 0

  constructor(pattern: string) {
    this.#characters = Array.from(withoutQuotes(pattern))
  }

  peek(ahead = 0): string | undefined {
    return this.#characters[this.#position + ahead]
  }

  /** @throws NotEvaluated at the end. */
  next(): string {
    const letter = this.peek()
    if (letter === undefined) throw this.error()
    this.#position += 1
    return letter
  }

  /** Consumes the text if it is next. Returns whether it was. */
  take(text: string): boolean {
    const isNext = Array.from(text).every((letter, index) => this.peek(index) === letter)
    if (isNext) this.#position += Array.from(text).length
    return isNext
  }

  /** Consumes a match at the current position; `null` if there is none. The expression must start with `^`. */
  match(expression: RegExp): RegExpExecArray | null {
    const match = expression.exec(this.#characters.slice(this.#position, this.#position + 64).join(''))
    if (match) this.#position += Array.from(match[0]).length
    return match
  }

  error(): NotEvaluated {
    return new NotEvaluated(this.#characters.join(''))
  }
}

/** Replaces `\Q…\E` by escaped characters. */
const withoutQuotes = (pattern: string) =>
  pattern.replaceAll(/\\Q([\s\S]*?)(?:\\E|$)|\\[\s\S]/g, (all, quoted?: string) =>
    quoted === undefined ? all : quoted.replaceAll(/[^A-Za-z0-9]/gu, (letter) => `\\${letter}`),
  )

const CONTROLS: Record<string, number> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 }

/** The code point of the escape sequence after a backslash; `null` if it does not stand for one character. */
export function escapedCharacter(text: PatternReader): number | null {
  const octal = text.match(/^0([0-3]?[0-7]{1,2})/)
  if (octal) return Number.parseInt(octal[1] ?? '', 8)
  const hex = text.match(/^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|x\{([0-9a-f]{1,6})\})/i)
  if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16)
  const letter = text.peek()
  if (letter === undefined) throw text.error()
  const control = Object.hasOwn(CONTROLS, letter) ? CONTROLS[letter] : undefined
  if (control === undefined && /[A-Za-z0-9]/.test(letter)) return null
  text.next()
  return control ?? letter.codePointAt(0) ?? null
}
