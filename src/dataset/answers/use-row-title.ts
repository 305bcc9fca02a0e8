import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { useDisplay } from './display.ts'

/** What a submission is called: the answer in the title column, else its number. */
export function useRowTitle(submission: Pick<Submission, '_id'>, title: SubmissionColumn | undefined): string {
  const { t } = useDisplay()
  const answer =
    title?.source === 'question' && Object.hasOwn(submission, title.id) ? answerOf(submission, title.id) : null
  return answer !== null && !isBlank(answer) ? answer : t('untitled', { id: submission._id })
}
