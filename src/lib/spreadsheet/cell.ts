/** The content of a cell; `null` is an empty cell. No content becomes a formula. */
export type Cell = null | string | NumberCell | DateCell

/** A number as text, with all its digits. */
export interface NumberCell {
  number: string
}

/** A date, or a date and time in the time zone of the file. */
export interface DateCell {
  /** `2026-11-20`, or `2026-11-20 16:42:05`. */
  date: string
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** A number cell if the text is a canonical number, else the text. */
export const numberCell = (text: string): NumberCell | string => (NUMBER.test(text) ? { number: text } : text)
