import { ownProperty } from '#/lib/own-property.ts'
import { canonicalForm, type ComparableForm } from './canonical-form.ts'
import { compareForms, type MovedAnswers, movedAnswers } from './compare-forms.ts'
import type { ChoicePlace, RowPlace } from './difference.ts'
import { labelOf } from './keyed-rows.ts'

/**
 * Why answers cannot be copied to another path.
 * - `file`: writing the answer of a photo, audio, video or file question loses the file [2129-2132].
 * - `type`: the question has another type now.
 * - `repeat`: a repeat group has another name, or the question came into one or out of one; entries cannot be added [2124].
 */
type CopyObstacle = 'file' | 'type' | 'repeat'

/** A question whose answers can be copied to its new path, or not. */
export interface AnswersToCopy extends MovedAnswers {
  obstacle: CopyObstacle | null
}

/** A choice that has another name, or none: answers keep the old one. */
export interface ChoiceToRecode {
  id: string
  /** The question in both forms. */
  question: { before: RowPlace; after: RowPlace }
  choice: ChoicePlace
  /** The new value; `null` if the choice was removed, and a person has to choose. */
  value: string | null
  /** What the question offers now. */
  offered: readonly ChoicePlace[]
}

/** What can be done so that no answer stays behind under an older name. */
export interface AnswersToBring {
  copies: AnswersToCopy[]
  recodes: ChoiceToRecode[]
}

const FILE_TYPES = new Set(['image', 'audio', 'background-audio', 'video', 'file', 'audit'])
const WITHOUT_ANSWER = new Set(['note', 'xml-external', 'csv-external'])

/** Answers that stay behind between two forms: under older paths, and with older values of choices. */
export function answersToBring(before: ComparableForm, after: ComparableForm): AnswersToBring {
  const copies = movedAnswers(before, after).filter((row) => !WITHOUT_ANSWER.has(row.before.type))
  const { choices, languages } = canonicalForm(after)
  const recodes = compareForms(before, after).flatMap((difference): ChoiceToRecode[] => {
    if (difference.kind !== 'choiceRemoved' && difference.kind !== 'choiceRenamed') return []
    const { choice } = difference
    const { before: older, after: newer } = choice
    if (!older) return []
    const offered = (ownProperty(choices, choice.list) ?? []).map((each) => ({
      name: each.name,
      label: labelOf(each, languages),
    }))
    return choice.usedBy.flatMap((row) =>
      row.before && row.after && offered.length > 0
        ? [
            {
              id: `${choice.id} ${row.id}`,
              question: { before: row.before, after: row.after },
              choice: older,
              value: newer?.name ?? null,
              offered,
            },
          ]
        : [],
    )
  })
  return { copies: copies.map((row) => ({ ...row, obstacle: obstacleOf(row) })), recodes }
}

function obstacleOf({ before, after }: MovedAnswers): CopyObstacle | null {
  if (FILE_TYPES.has(before.type) || FILE_TYPES.has(after.type)) return 'file'
  if (before.type !== after.type) return 'type'
  return repeatsOf(before) === repeatsOf(after) ? null : 'repeat'
}

const repeatsOf = ({ groups }: RowPlace) => groups.flatMap(({ path, isRepeat }) => (isRepeat ? [path] : [])).join(' ')
