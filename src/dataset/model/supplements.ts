import { answerOf, type Answers } from './values.ts'

// What was added to answers, and what a row says of it: see `Supplement`.

/**
 * The language of the labels of a column's choices. In place of XML names those that were added have their default labels:
 * their values are mere ids.
 */
export const choiceLanguage = ({ source }: { source: string }, language: number | null) =>
  source === 'supplement' ? (language ?? 0) : language

/** The tags of a value of kind `tags`. */
export const tagsOf = (answer: string) => answer.split('\n').filter(Boolean)

/** Whether somebody has verified the value; `null` where the server does not say. */
export function isVerified(row: Answers, { id }: { id: string }): boolean | null {
  const verified = answerOf(row, `${id}/verified`)
  return verified === null ? null : verified === 'true'
}

/** Where the value comes from: `manual`, `automatic`, or as the source says; `null` where it does not. */
export const originOf = (row: Answers, { id }: { id: string }) => answerOf(row, `${id}/source`)

/** Whether a text was made automatically that nobody has accepted yet; the server keeps it back until then. */
export const isPendingReview = (row: Answers, { id }: { id: string }) => answerOf(row, `${id}/pendingReview`) !== null
