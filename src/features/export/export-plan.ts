import type { TFunction } from 'i18next'
import { type ChoiceList, type FormGroup, labelIn } from '#/api/kpi/form/questions.ts'
import type { AnswerColumn, QuestionColumn, RepeatColumn, SubmissionColumn } from '#/dataset/model/columns.ts'
import { distinctHeads } from './export-headers.ts'
import type { CellPlan, ExportFormat, RepeatPlan, SheetPlan } from './export-job.ts'

/** What of a submission goes into the file, and in which words. */
export interface ExportChoices {
  format: ExportFormat
  /** Index of a language of the form; `null` for XML values. */
  language: number | null
  /** The names of the groups in the heads. */
  groups: boolean
  /** For several choices: also a column for each of them. */
  eachChoice: boolean
  /** Number, UUID, when, by whom and status, also where the table does not show them. */
  metadata: boolean
}

export interface ExportTexts {
  t: TFunction<['exporting', 'submissions']>
  /** "Africa/Nairobi". */
  timeZone: string
}

/** A cell whose head is still to be told apart from others. */
interface Draft extends Omit<CellPlan, 'head'> {
  name: string
  /** What the name says of a part: "latitude". */
  part?: string
  groups: readonly FormGroup[]
}

const METADATA = ['_id', '_uuid', '_submission_time', '_submitted_by', '_validation_status'] as const

/** How rows become cells: the columns in their order, then what the server adds. */
export function planSheet(
  columns: readonly SubmissionColumn[],
  choices: ExportChoices,
  words: ExportTexts,
  name: string,
): SheetPlan {
  const drafter = createDrafter(choices, words)
  const there = new Set<string>(columns.map(({ id }) => id))
  const added = choices.metadata ? METADATA.filter((key) => !there.has(key)) : []
  const drafts = [
    ...columns.flatMap((column) => (column.source === 'system' ? drafter.system(column.id) : drafter.answer(column))),
    ...added.flatMap(drafter.system),
  ]
  return { name, cells: distinctHeads(drafts, choices), repeats: drafter.sheets(columns) }
}

function createDrafter(choices: ExportChoices, { t, timeZone }: ExportTexts) {
  const { language, format, eachChoice } = choices
  const isRaw = language === null
  const shared = new Map<ChoiceList, ReadonlyMap<string, string>>()
  const wordsOf = (list: ChoiceList | undefined) => {
    if (!list || isRaw) return undefined
    const words =
      shared.get(list) ?? new Map([...list].map(([value, choice]) => [value, labelIn(choice, language)] as const))
    shared.set(list, words)
    return words
  }
  const inZone = (name: string) => t('head.inZone', { name, zone: timeZone })

  const system = (key: string): Draft => {
    const head = (label: string) => ({ key, name: isRaw ? key : label, groups: [] })
    switch (key) {
      case '_submission_time':
        return { ...head(inZone(t('submissions:column.submitted'))), as: isRaw ? 'text' : 'dateTime' }
      case '_submitted_by':
        return { ...head(t('submissions:column.person')), as: 'text' }
      case '_validation_status':
        return { ...head(t('submissions:column.status')), as: 'status', words: isRaw ? undefined : statusWords(t) }
      case '_uuid':
        return { ...head(t('head.uuid')), as: 'text' }
      default:
        return { ...head(t('submissions:column.id')), as: 'number' }
    }
  }

  const question = (column: QuestionColumn): Draft[] => {
    const { id: key, choices: list, section, question: asked } = column
    const groups = section.kind === 'frozen' || section.kind === 'automatic' ? asked.groups : section.groups
    const label = asked.isOther
      ? t('submissions:column.other', { name: labelIn(asked, language) })
      : labelIn(asked, language)
    const base = { key, groups, name: isRaw ? key : label }
    const words = wordsOf(list)
    switch (column.kind) {
      case 'number':
        return [{ ...base, as: 'number' }]
      case 'one':
        return [{ ...base, as: 'words', words }]
      case 'several': {
        const each = eachChoice ? [...(list?.values() ?? [])] : []
        return [
          { ...base, as: isRaw ? 'text' : 'severalWords', words },
          ...each.map((choice): Draft => ({
            ...base,
            as: 'isChosen',
            choice: choice.name,
            part: labelIn(choice, language),
          })),
        ]
      }
      case 'date':
      case 'time':
        return [{ ...base, as: isRaw ? 'text' : column.kind }]
      case 'dateTime':
        return [{ ...base, name: isRaw ? key : inZone(base.name), as: isRaw ? 'text' : 'dateTime' }]
      case 'place':
        return [
          { ...base, as: 'text' },
          ...(['latitude', 'longitude', 'altitude', 'accuracy'] as const).map((as): Draft => ({
            ...base,
            as,
            part: isRaw ? as : t(`head.${as}`),
          })),
        ]
      default:
        return [{ ...base, as: 'text' }]
    }
  }

  const answer = (column: AnswerColumn): Draft[] => {
    if (column.source === 'question') return question(column)
    // One table has no room for a table in a cell: as the server keeps it, or how many.
    const as = column.kind === 'repeat' && !(isRaw && format !== 'xlsx') ? 'entries' : 'text'
    const name = column.source === 'repeat' && !isRaw ? labelIn(column.group, language) : column.id
    return [{ key: column.id, name, as, groups: column.section.groups }]
  }

  const sheets = (columns: readonly SubmissionColumn[]): RepeatPlan[] =>
    columns
      .filter((column): column is RepeatColumn => column.source === 'repeat')
      .map(({ id: key, group, columns: inside }) => ({
        key,
        name: labelIn(group, language),
        cells: distinctHeads(inside.flatMap(answer), choices),
        repeats: sheets(inside),
      }))

  return { system, answer, sheets }
}

const statusWords = (t: ExportTexts['t']): ReadonlyMap<string, string> =>
  new Map([
    ['validation_status_approved', t('submissions:status.approved')],
    ['validation_status_not_approved', t('submissions:status.notApproved')],
    ['validation_status_on_hold', t('submissions:status.onHold')],
  ])
