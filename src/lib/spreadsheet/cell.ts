/** What goes into one cell of a file; `null` leaves it empty. Nothing in it ever becomes a formula. */
export type Cell = null | string | NumberCell | DateCell

/** A number as it was answered: every digit is kept. */
export interface NumberCell {
  number: string
}

/** A day, or a moment by the clock that the file speaks of. */
export interface DateCell {
  /** `2026-11-20`, or `2026-11-20 16:42:05`. */
  date: string
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** A number where the text is one as computers write it; else the text. */
export const numberCell = (text: string): NumberCell | string => (NUMBER.test(text) ? { number: text } : text)
