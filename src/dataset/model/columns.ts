import { hasAnswer, isAutomatic, type QuestionKind, questionKind } from '#/api/kpi/form/question-kind.ts'
import {
  type ChoiceList,
  choiceListsOf,
  choicesFor,
  type FormGroup,
  type FormQuestion,
  questionsOf,
  withOthers,
} from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { ownProperty } from '#/lib/own-property.ts'

/** What stands together under one heading: a group of the form, or one of our own. */
export interface ColumnSection {
  key: string
  kind: 'frozen' | 'metadata' | 'group' | 'ungrouped' | 'automatic' | 'older' | 'unknown'
  /** Outermost first; empty but for a group. */
  groups: readonly FormGroup[]
}

interface ColumnBase {
  /** Key of the answer in a submission. */
  id: string
  section: ColumnSection
  /** Of an older version of the form. */
  isOlder?: boolean
}

/** What the server adds to each submission. */
interface SystemColumn extends ColumnBase {
  source: 'system'
  kind: 'status' | 'submitted' | 'person' | 'id'
}

export interface QuestionColumn extends ColumnBase {
  source: 'question'
  kind: QuestionKind
  question: FormQuestion
  /** Absent for the choices of a file. */
  choices: ChoiceList | undefined
}

/** A repeat group: one column that counts its entries. */
export interface RepeatColumn extends ColumnBase {
  source: 'repeat'
  kind: 'repeat'
  group: FormGroup
  /** What each entry answers; a repeat group inside it is one of these. */
  columns: AnswerColumn[]
}

/** A key of the page's submissions that the current form does not know. */
export interface UnknownColumn extends ColumnBase {
  source: 'unknown'
  kind: 'text' | 'repeat'
}

/** What holds an answer, as opposed to what the server adds. */
export type AnswerColumn = QuestionColumn | RepeatColumn | UnknownColumn
export type SubmissionColumn = SystemColumn | AnswerColumn

/** Those in sight however far one scrolls stand under no heading. */
export const FROZEN: ColumnSection = { key: '#frozen', kind: 'frozen', groups: [] }
const METADATA: ColumnSection = { key: '#metadata', kind: 'metadata', groups: [] }
const UNGROUPED: ColumnSection = { key: '#ungrouped', kind: 'ungrouped', groups: [] }
const AUTOMATIC: ColumnSection = { key: '#automatic', kind: 'automatic', groups: [] }

export const STATUS: SystemColumn = { id: '_validation_status', section: METADATA, source: 'system', kind: 'status' }
export const ID: SystemColumn = { id: '_id', section: METADATA, source: 'system', kind: 'id' }
export const SUBMITTED: SystemColumn = {
  id: '_submission_time',
  section: METADATA,
  source: 'system',
  kind: 'submitted',
}
export const SUBMITTED_BY: SystemColumn = { id: '_submitted_by', section: METADATA, source: 'system', kind: 'person' }

/** What the server adds to each submission. */
export const SYSTEM_COLUMNS: readonly SubmissionColumn[] = [STATUS, SUBMITTED, SUBMITTED_BY, ID]

/** The columns of a form's answers in its order; what it fills in by itself stands at the end. */
export function formColumns(content: Pick<FormContent, 'survey' | 'choices'>): AnswerColumn[] {
  const lists = choiceListsOf(content)
  const questions = withOthers(questionsOf(content)).filter(({ type }) => hasAnswer(type))
  const columns = columnsWithin(questions, 0, lists)
  const byForm = columns.filter((column) => !isFilledIn(column))
  const automatic = columns.filter(isFilledIn).map((column) => ({ ...column, section: AUTOMATIC }))
  return [...byForm, ...automatic]
}

const isFilledIn = (column: AnswerColumn) => column.source === 'question' && isAutomatic(column.question.type)

/** `depth`: how many groups already stand around all of these questions. */
function columnsWithin(
  questions: readonly FormQuestion[],
  depth: number,
  lists: ReadonlyMap<string, ChoiceList>,
): AnswerColumn[] {
  const columns: AnswerColumn[] = []
  const repeats = new Map<string, { column: RepeatColumn; depth: number; questions: FormQuestion[] }>()
  for (const question of questions) {
    const groups = question.groups.slice(depth)
    const repeatAt = groups.findIndex(({ isRepeat }) => isRepeat)
    const group = groups[repeatAt]
    const repeat = group && repeats.get(group.path)
    if (repeat) {
      repeat.questions.push(question)
    } else if (group) {
      const section = sectionOf(groups.slice(0, repeatAt))
      const column: RepeatColumn = { id: group.path, section, source: 'repeat', kind: 'repeat', group, columns: [] }
      columns.push(column)
      repeats.set(group.path, { column, depth: depth + repeatAt + 1, questions: [question] })
    } else {
      const choices = choicesFor(question, lists)
      const kind = questionKind(question.type)
      columns.push({ id: question.path, section: sectionOf(groups), source: 'question', kind, question, choices })
    }
  }
  for (const repeat of repeats.values()) {
    repeat.column.columns = columnsWithin(repeat.questions, repeat.depth, lists)
  }
  return columns
}

const sections = new WeakMap<FormGroup, ColumnSection>()

/** One object for each group, so that neighbours are told by identity. */
function sectionOf(groups: readonly FormGroup[]): ColumnSection {
  const innermost = groups.at(-1)
  if (!innermost) return UNGROUPED
  const known = sections.get(innermost)
  if (known) return known
  const section: ColumnSection = { key: innermost.path, kind: 'group', groups }
  sections.set(innermost, section)
  return section
}

/** The first question whose answers say in words which submission it is: a code, a name. */
export const titleColumn = (columns: readonly AnswerColumn[], rows: readonly Submission[]): QuestionColumn | null =>
  columns.find(
    (column): column is QuestionColumn =>
      column.source === 'question' &&
      column.kind === 'text' &&
      column.section !== AUTOMATIC &&
      rows.some((row) => isWords(ownProperty(row, column.id))),
  ) ?? null

const isWords = (answer: unknown) => typeof answer === 'string' && !isBlank(answer)
