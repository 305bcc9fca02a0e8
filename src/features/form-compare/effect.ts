import type { ComparedRow, Difference } from '#/lib/xlsform/compare/difference.ts'

/** What a difference does to answers that are there already. Nothing of it deletes one. */
export type Effect =
  /** A new question: no answers yet. */
  | 'empty'
  /** The question is gone from the form; its answers stay on the server under their path. */
  | 'hidden'
  /** The answers stay under the older path; the new column starts empty. */
  | 'underOldPath'
  /** As `underOldPath`, for all questions of a group. */
  | 'groupUnderOldPath'
  /** Answers keep the value of the choice, and show it in place of a label. */
  | 'showsValue'
  /** Answers that are there are not checked again. */
  | 'notChecked'
  /** Results that are there are not calculated again. */
  | 'notCalculated'
  /** A group became a repeat group or the other way round: answers stay in the old structure. */
  | 'otherStructure'
  /** Answers stay as they were given, whatever the new type is. */
  | 'oldType'
  | 'unchanged'

/** What a difference does to existing answers. */
export function effectOf(difference: Difference): Effect {
  switch (difference.kind) {
    case 'added':
      return difference.row.isGroup ? 'unchanged' : 'empty'
    case 'removed':
      return difference.row.isGroup ? 'unchanged' : 'hidden'
    case 'renamed':
    case 'moved':
      if (!hasOtherPath(difference.row)) return 'unchanged'
      return difference.row.isGroup ? 'groupUnderOldPath' : 'underOldPath'
    case 'type':
      return difference.row.isGroup ? 'otherStructure' : 'oldType'
    case 'list':
    case 'choiceRemoved':
    case 'choiceRenamed':
      return 'showsValue'
    case 'logic':
      return difference.column === 'calculation' ? 'notCalculated' : 'notChecked'
    default:
      return 'unchanged'
  }
}

const hasOtherPath = ({ before, after }: ComparedRow) => before?.path !== after?.path

/** What has to be counted to say how many submissions a difference concerns. */
export interface CountTarget {
  path: string
  /** Only answers with this value, or with it among their values. */
  value?: string
}

/** Where the answers of a difference are; none if no answers lose their place. */
export function countTargets(difference: Difference): CountTarget[] {
  switch (difference.kind) {
    case 'removed':
    case 'renamed':
    case 'moved': {
      const { row } = difference
      const path = row.before?.path
      return path === undefined || row.isGroup || !hasOtherPath(row) ? [] : [{ path }]
    }
    case 'choiceRemoved':
    case 'choiceRenamed': {
      const value = difference.choice.before?.name
      return difference.choice.usedBy.flatMap(({ before }) =>
        before && value !== undefined ? [{ path: before.path, value }] : [],
      )
    }
    default:
      return []
  }
}

/** Whether an answer is meant by a target. Selected values are separated by spaces [0701]. */
export const isMeant = (text: string, { value }: CountTarget) => value === undefined || text.split(' ').includes(value)
