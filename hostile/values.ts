import { PROGRAMS } from './programs.ts'
import { TEXTS } from './texts.ts'

/**
 * What somebody might put into a form, an answer, a name or a file name to make a program misbehave. It goes through
 * every view, every file that is saved, and the pure functions behind them.
 */
export const HOSTILE: Readonly<Record<keyof typeof PROGRAMS | keyof typeof TEXTS, readonly string[]>> = {
  ...PROGRAMS,
  ...TEXTS,
}

/** All of them. */
export const hostileValues: readonly string[] = Object.values(HOSTILE).flat()
