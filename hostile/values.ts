import { PROGRAMS } from './programs.ts'
import { TEXTS } from './texts.ts'

/**
 * Values that a user could put into a form, an answer, a name or a file name to attack the app. They are used in every
 * view, every saved file, and the functions behind them.
 */
export const HOSTILE: Readonly<Record<keyof typeof PROGRAMS | keyof typeof TEXTS, readonly string[]>> = {
  ...PROGRAMS,
  ...TEXTS,
}

/** All hostile values. */
export const hostileValues: readonly string[] = Object.values(HOSTILE).flat()
