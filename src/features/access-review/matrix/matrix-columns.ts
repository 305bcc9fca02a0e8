import type { ReviewedPerson } from '#/features/access-review/model/review.ts'

/** Pixels. */
export const ROW_HEIGHT = 42
export const HEAD_HEIGHT = 44
export const PROJECT_WIDTH = 300
export const PUBLIC_WIDTH = 124
export const FROZEN_WIDTH = PROJECT_WIDTH + PUBLIC_WIDTH
/** Columns before those of the people: the project, and its public access. */
export const FROZEN_COLUMNS = 2

const MIN_WIDTH = 122
const MAX_WIDTH = 200
/** A character of a bold username, and what is around it. */
const CHARACTER = 7.6
const PADDING = 30

/** The width of a person's column: the username fits, unless it is very long. */
export const widthOf = ({ username }: ReviewedPerson) =>
  Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, username.length * CHARACTER + PADDING)))
