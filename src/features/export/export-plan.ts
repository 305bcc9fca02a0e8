import type { TFunction } from 'i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import type { Display } from '#/dataset/answers/display.ts'
import type {
  AnswerColumn,
  QuestionColumn,
  RepeatColumn,
  DataColumn,
  SupplementColumn,
} from '#/dataset/model/columns.ts'
import { type ChoiceList, labelIn } from '#/dataset/model/form.ts'
import { choiceLanguage } from '#/dataset/model/supplements.ts'
import { type ColumnDraft, uniqueHeaders } from './export-headers.ts'
import type { ExportFormat, RepeatPlan, SheetPlan } from './export-job.ts'

/** Which columns a file has, and how their headers and values are written. */
export interface ColumnOptions {
  format: ExportFormat
  /** Index of a language of the form; `null` for XML values. */
  language: number | null
  /** Whether headers begin with the names of the groups. */
  groupNames: boolean
  /** Whether a select_multiple question also has a column for each choice. */
  choiceColumns: boolean
  /** Whether the file has all metadata columns, also those that the table hides. */
  metadata: boolean
}

/** The translations for a file, and the time zone of its dates. */
export interface ExportLocale {
  t: TFunction<['exporting', 'submissions']>
  /** IANA name: `Africa/Nairobi`. */
  timeZone: string
  /** How the table names columns. */
  display: Pick<Display, 't' | 'locale'>
}

const METADATA = ['_id', '_uuid', '_submission_time', '_submitted_by', '_validation_status'] as const

/** The plan of the main sheet: the columns in their order, then the other metadata columns if wanted. */
export function planSheet(
  columns: readonly DataColumn[],
  options: ColumnOptions,
  locale: ExportLocale,
  name: string,
): SheetPlan {
  const planner = createColumnPlanner(options, locale)
  const ids = new Set<string>(columns.map(({ id }) => id))
  const added = options.metadata ? METADATA.filter((key) => !ids.has(key)) : []
  const drafts = [
    ...columns.flatMap((column) => (column.source === 'system' ? planner.system(column.id) : planner.answer(column))),
    ...added.flatMap(planner.system),
  ]
  return { name, columns: uniqueHeaders(drafts, options), repeats: planner.sheets(columns) }
}

function createColumnPlanner(options: ColumnOptions, { t, timeZone, display }: ExportLocale) {
  const { language, format, choiceColumns } = options
  const isRaw = language === null
  const labelsByList = new Map<ChoiceList, ReadonlyMap<string, string>>()
  const labelsOf = (list: ChoiceList | undefined, language: number | null) => {
    if (!list || language === null) return undefined
    const labels =
      labelsByList.get(list) ?? new Map([...list].map(([value, choice]) => [value, labelIn(choice, language)] as const))
    labelsByList.set(list, labels)
    return labels
  }
  const withTimeZone = (name: string) => t('header.inZone', { name, zone: timeZone })

  const system = (key: string): ColumnDraft => {
    const base = (label: string) => ({ key, name: isRaw ? key : label, groups: [] })
    switch (key) {
      case '_submission_time':
        return { ...base(withTimeZone(t('submissions:column.submitted'))), as: isRaw ? 'text' : 'dateTime' }
      case '_submitted_by':
        return { ...base(t('submissions:column.person')), as: 'text' }
      case '_validation_status':
        return { ...base(t('submissions:column.status')), as: 'status', labels: isRaw ? undefined : statusLabels(t) }
      case '_uuid':
        return { ...base(t('header.uuid')), as: 'text' }
      default:
        return { ...base(t('submissions:column.id')), as: 'number' }
    }
  }

  /** A column for each choice of a question with several choices. */
  const choiceDrafts = (base: Omit<ColumnDraft, 'as'>, column: QuestionColumn | SupplementColumn) =>
    [...((choiceColumns && column.choices?.values()) || [])].map((choice): ColumnDraft => ({
      ...base,
      as: 'isSelected',
      choice: choice.name,
      part: labelIn(choice, choiceLanguage(column, language)),
    }))

  const question = (column: QuestionColumn): ColumnDraft[] => {
    const { id: key, choices: list, section, question: formQuestion } = column
    const groups = section.kind === 'frozen' || section.kind === 'automatic' ? formQuestion.groups : section.groups
    const label = formQuestion.isOther
      ? t('submissions:column.other', { name: labelIn(formQuestion, language) })
      : labelIn(formQuestion, language)
    const base = { key, groups, name: isRaw ? key : label }
    const labels = labelsOf(list, language)
    switch (column.kind) {
      case 'number':
        return [{ ...base, as: 'number' }]
      case 'selectOne':
        return [{ ...base, as: 'choiceLabel', labels }]
      case 'selectMultiple':
        return [{ ...base, as: isRaw ? 'text' : 'choiceLabels', labels }, ...choiceDrafts(base, column)]
      case 'date':
      case 'time':
        return [{ ...base, as: isRaw ? 'text' : column.kind }]
      case 'dateTime':
        return [{ ...base, name: isRaw ? key : withTimeZone(base.name), as: isRaw ? 'text' : 'dateTime' }]
      case 'point':
        return [
          { ...base, as: 'text' },
          ...(['latitude', 'longitude', 'altitude', 'accuracy'] as const).map((as): ColumnDraft => ({
            ...base,
            as,
            part: isRaw ? as : t(`header.${as}`),
          })),
        ]
      default:
        return [{ ...base, as: 'text' }]
    }
  }

  /** What was added to answers: under its name on the server where names are wanted, choices always by their labels. */
  const supplement = (column: SupplementColumn): ColumnDraft[] => {
    const { id: key, kind, choices: list, section, question: formQuestion } = column
    const name = isRaw ? column.supplement.name : columnName(column, { ...display, language })
    const base = { key, name, groups: formQuestion?.groups ?? section.groups }
    const labels = labelsOf(list, choiceLanguage(column, language))
    const value = (as: ColumnDraft['as']): ColumnDraft => ({ ...base, as, labels })
    const values: Record<SupplementColumn['kind'], () => ColumnDraft[]> = {
      text: () => [value('text')],
      number: () => [value('number')],
      selectOne: () => [value('choiceLabel')],
      selectMultiple: () => [value('choiceLabels'), ...choiceDrafts(base, column)],
      tags: () => [value('tags')],
    }
    if (column.supplement.about !== 'analysis') return values[kind]()
    const isVerified = isRaw
      ? { yes: 'True', no: 'False', part: 'verified' } // as the server writes it [2062]
      : { yes: t('header.yes'), no: t('header.no'), part: t('header.verified') }
    const words = new Map([
      ['true', isVerified.yes],
      ['false', isVerified.no],
    ])
    const verified = { key: `${key}/verified`, as: 'choiceLabel', labels: words, part: isVerified.part } as const
    return [...values[kind](), { ...base, ...verified }]
  }

  const answer = (column: AnswerColumn): ColumnDraft[] => {
    if (column.source === 'question') return question(column)
    if (column.source === 'supplement') return supplement(column)
    // A repeat group in one cell: its entries as JSON in a raw export, else their number.
    const as = column.kind === 'repeat' && !(isRaw && format !== 'xlsx') ? 'entries' : 'text'
    const name = column.source === 'repeat' && !isRaw ? labelIn(column.group, language) : column.id
    return [{ key: column.id, name, as, groups: column.section.groups }]
  }

  const sheets = (columns: readonly DataColumn[]): RepeatPlan[] =>
    columns
      .filter((column): column is RepeatColumn => column.source === 'repeat')
      .map(({ id: key, group, columns: innerColumns }) => ({
        key,
        name: labelIn(group, language),
        columns: uniqueHeaders(innerColumns.flatMap(answer), options),
        repeats: sheets(innerColumns),
      }))

  return { system, answer, sheets }
}

const statusLabels = (t: ExportLocale['t']): ReadonlyMap<string, string> =>
  new Map([
    ['validation_status_approved', t('submissions:status.approved')],
    ['validation_status_not_approved', t('submissions:status.notApproved')],
    ['validation_status_on_hold', t('submissions:status.onHold')],
  ])
