import { isBlank } from '#/lib/is-blank.ts'
import { ownProperty } from '#/lib/own-property.ts'
import {
  type ChoiceList,
  choicesFor,
  type Form,
  type FormGroup,
  type FormQuestion,
  type Supplement,
  withOtherQuestions,
} from './form.ts'
import { hasAnswer, isAutomatic, type QuestionKind, questionKind } from './question-kind.ts'
import type { Row } from './row.ts'

/** Columns under one heading: a group of the form, or a section of the app. */
export interface ColumnSection {
  key: string
  kind: 'frozen' | 'metadata' | 'group' | 'ungrouped' | 'automatic' | 'older' | 'unknown' | 'supplements'
  /** The groups around the columns, outermost first; empty for sections of the app. */
  groups: readonly FormGroup[]
}

interface ColumnBase {
  /** The key of the column's value in a row. */
  id: string
  section: ColumnSection
  /** Whether only an older version of the form has it. */
  isOlder?: boolean
}

/** A value that the server adds to each row. */
interface SystemColumn extends ColumnBase {
  source: 'system'
  kind: 'status' | 'submitted' | 'person' | 'id'
}

export interface QuestionColumn extends ColumnBase {
  source: 'question'
  kind: QuestionKind
  question: FormQuestion
  /** `undefined` for choices from a file, and for questions without choices. */
  choices: ChoiceList | undefined
}

/** A repeat group: one column that counts its entries. */
export interface RepeatColumn extends ColumnBase {
  source: 'repeat'
  kind: 'repeat'
  group: FormGroup
  /** The columns of an entry, nested repeat groups included. */
  columns: AnswerColumn[]
}

/** A key of loaded rows that the current form does not have. */
export interface UnknownColumn extends ColumnBase {
  source: 'unknown'
  kind: 'text' | 'repeat'
}

/** What was added to the answers of a question. No source can filter or sort by it. */
export interface SupplementColumn extends ColumnBase {
  source: 'supplement'
  kind: Supplement['kind']
  supplement: Supplement
  /** `null` if the form does not have it. */
  question: FormQuestion | null
  choices: ChoiceList | undefined
}

/** A column of answers, as opposed to a system column. */
export type AnswerColumn = QuestionColumn | RepeatColumn | UnknownColumn | SupplementColumn
export type DataColumn = SystemColumn | AnswerColumn

/** The section of frozen columns. It has no heading. */
export const FROZEN: ColumnSection = { key: '#frozen', kind: 'frozen', groups: [] }
const METADATA: ColumnSection = { key: '#metadata', kind: 'metadata', groups: [] }
const UNGROUPED: ColumnSection = { key: '#ungrouped', kind: 'ungrouped', groups: [] }
const AUTOMATIC: ColumnSection = { key: '#automatic', kind: 'automatic', groups: [] }
const WITHOUT_QUESTION: ColumnSection = { key: '#supplements', kind: 'supplements', groups: [] }

export const STATUS: SystemColumn = { id: '_validation_status', section: METADATA, source: 'system', kind: 'status' }
export const ID: SystemColumn = { id: '_id', section: METADATA, source: 'system', kind: 'id' }
export const SUBMITTED: SystemColumn = {
  id: '_submission_time',
  section: METADATA,
  source: 'system',
  kind: 'submitted',
}
export const SUBMITTED_BY: SystemColumn = { id: '_submitted_by', section: METADATA, source: 'system', kind: 'person' }

/** All system columns. */
export const SYSTEM_COLUMNS: readonly DataColumn[] = [STATUS, SUBMITTED, SUBMITTED_BY, ID]

/** The columns of a form in its order, automatic questions last, each with what was added to its answers. */
export function formColumns(form: Pick<Form, 'questions' | 'choiceLists' | 'supplements'>): AnswerColumn[] {
  const { questions, choiceLists } = form
  const withAnswers = withOtherQuestions(questions).filter(({ type }) => hasAnswer(type))
  const columns = columnsWithin(withAnswers, 0, choiceLists)
  const manual = columns.filter((column) => !isAutomaticColumn(column))
  const automatic = columns.filter(isAutomaticColumn).map((column) => ({ ...column, section: AUTOMATIC }))
  return withSupplements([...manual, ...automatic], form)
}

const known = new WeakMap<Form, AnswerColumn[]>()

/** The columns of a form, cached: they take long for a large form. */
export function columnsOf(form: Form): AnswerColumn[] {
  const columns = known.get(form) ?? formColumns(form)
  known.set(form, columns)
  return columns
}

const isAutomaticColumn = (column: AnswerColumn) => column.source === 'question' && isAutomatic(column.question.type)

/** `depth`: how many groups are around all of these questions already. */
function columnsWithin(
  questions: readonly FormQuestion[],
  depth: number,
  lists: ReadonlyMap<string, ChoiceList>,
): AnswerColumn[] {
  const columns: AnswerColumn[] = []
  const repeats = new Map<string, { column: RepeatColumn; depth: number; questions: FormQuestion[] }>()
  for (const question of questions) {
    const groups = question.groups.slice(depth)
    const repeatIndex = groups.findIndex(({ isRepeat }) => isRepeat)
    const group = groups[repeatIndex]
    const repeat = group && repeats.get(group.path)
    if (repeat) {
      repeat.questions.push(question)
    } else if (group) {
      const section = sectionOf(groups.slice(0, repeatIndex))
      const column: RepeatColumn = { id: group.path, section, source: 'repeat', kind: 'repeat', group, columns: [] }
      columns.push(column)
      repeats.set(group.path, { column, depth: depth + repeatIndex + 1, questions: [question] })
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

/**
 * Puts a column for each supplement beside that of its question; in a repeat group beside the group, since a row has one
 * value for all entries. Supplements of questions that the form does not have come last.
 */
function withSupplements(
  columns: readonly AnswerColumn[],
  { questions, supplements = [] }: Pick<Form, 'questions' | 'supplements'>,
): AnswerColumn[] {
  if (supplements.length === 0) return [...columns]
  const byColumn = new Map<string, SupplementColumn[]>()
  const others: SupplementColumn[] = []
  const beside = new Map(columns.map((column) => [column.id, column.section]))
  for (const supplement of supplements) {
    const question = questions.find(({ path }) => path === supplement.path) ?? null
    const repeat = question?.groups.find(({ isRepeat }) => isRepeat)
    const columnId = repeat?.path ?? supplement.path
    const section = beside.get(columnId)
    const { key: id, kind, choices } = supplement
    const column = { id, source: 'supplement', kind, choices, question, supplement } as const
    if (!section) others.push({ ...column, section: WITHOUT_QUESTION })
    else byColumn.set(columnId, [...(byColumn.get(columnId) ?? []), { ...column, section }])
  }
  return [...columns.flatMap((column) => [column, ...(byColumn.get(column.id) ?? [])]), ...others]
}

const sections = new WeakMap<FormGroup, ColumnSection>()

/** The section of a group, one object per group, so that sections can be compared by identity. */
function sectionOf(groups: readonly FormGroup[]): ColumnSection {
  const innermost = groups.at(-1)
  if (!innermost) return UNGROUPED
  const known = sections.get(innermost)
  if (known) return known
  const section: ColumnSection = { key: innermost.path, kind: 'group', groups }
  sections.set(innermost, section)
  return section
}

/** The column whose answers are the titles of rows: the first text question that one of the rows answers. */
export const titleColumn = (columns: readonly AnswerColumn[], rows: readonly Row[]): QuestionColumn | null =>
  columns.find(
    (column): column is QuestionColumn =>
      column.source === 'question' &&
      column.kind === 'text' &&
      column.section !== AUTOMATIC &&
      rows.some((row) => isText(ownProperty(row, column.id))),
  ) ?? null

const isText = (answer: unknown) => typeof answer === 'string' && !isBlank(answer)
