import type { Filter } from '#/demo/records.ts'
import type { FormContent, FormRow } from '#/lib/xlsform/form-content.ts'
import { closesGroup, opensGroup } from '#/lib/xlsform/question-types.ts'
import type { ExportSettings } from './export-options.ts'

/** A question of the form in an export: its columns, and the cells of a submission or an entry. */
export interface ExportQuestion {
  path: string
  type: string
  /** In the file, with its groups if wanted. */
  heading: string
  headings: string[]
  cells: (answers: Filter) => string[]
  /** The label, the name and the choices, for SPSS. */
  name: string
  choices: readonly ExportChoice[]
}

interface ExportChoice {
  name: string
  label: string
}

/** The questions outside of repeat groups, and the repeat groups with theirs. */
export interface ExportSheet {
  name: string
  /** Key of the entries; empty for submissions. */
  path: string
  questions: ExportQuestion[]
  repeats: ExportSheet[]
}

interface Group {
  path: string
  title: string
}

/** Columns of a form in one of its languages: by index, or `null` for XML names. */
export function exportSheet(
  { survey, choices = [] }: FormContent,
  language: number | null,
  settings: ExportSettings,
  name: string,
): ExportSheet {
  const labelOf = (row: FormRow) => textIn(row['label'], language) ?? String(row.$autoname ?? row.name ?? '')
  const lists = new Map<unknown, ExportChoice[]>()
  for (const row of choices) {
    const choice = { name: String(row.$autovalue ?? row.name), label: textIn(row['label'], language) }
    const known = lists.get(row.list_name) ?? []
    lists.set(row.list_name, [...known, { name: choice.name, label: choice.label ?? choice.name }])
  }
  const root: ExportSheet = { name, path: '', questions: [], repeats: [] }
  const sheets = [root]
  const groups: Group[] = []
  const opened: string[] = []
  const { hierarchy_in_labels: hasGroups, group_sep: separator } = settings
  for (const row of survey) {
    const type = String(row.type)
    if (closesGroup(type)) {
      if (opened.pop() === 'begin_repeat') sheets.pop()
      groups.pop()
      continue
    }
    const sheet = sheets.at(-1) ?? root
    const path = String(row.$xpath)
    if (opensGroup(type)) {
      opened.push(type)
      groups.push({ path, title: labelOf(row) })
      if (type === 'begin_repeat') {
        const repeat = { name: String(row.$autoname), path, questions: [], repeats: [] }
        sheet.repeats.push(repeat)
        sheets.push(repeat)
      }
      continue
    }
    if (!isWanted(settings.fields, path, sheets)) continue
    const titles = [...(hasGroups ? groups.map(({ title }) => title) : []), labelOf(row)]
    const question = {
      row,
      path,
      type,
      heading: titles.join(separator),
      choices: lists.get(row.select_from_list_name) ?? [],
    }
    sheet.questions.push(withCells(question, language, settings))
    if (row._or_other === true) {
      const other = {
        ...question,
        path: `${path}_other`,
        type: 'text',
        heading: `${question.heading}_other`,
        choices: [],
      }
      sheet.questions.push(withCells(other, language, settings))
    }
  }
  return root
}

/** `fields` names questions; a repeat group's own name brings all of its questions. */
const isWanted = (fields: string[] | undefined, path: string, sheets: readonly ExportSheet[]) =>
  !fields || fields.length === 0 || fields.includes(path) || sheets.some((sheet) => fields.includes(sheet.path))

function textIn(label: unknown, language: number | null): string | null {
  if (language === null) return null
  const text: unknown = Array.isArray(label) ? label[language] : label
  return typeof text === 'string' && text !== '' ? text : null
}

interface Described extends Pick<ExportQuestion, 'path' | 'type' | 'heading' | 'choices'> {
  row: FormRow
}

const POINT = ['latitude', 'longitude', 'altitude', 'precision']
const MEDIA = new Set(['image', 'audio', 'video', 'file', 'background-audio'])

/** The columns of a question, as formpack writes them [1004, 1014, 2236]. */
function withCells(question: Described, language: number | null, settings: ExportSettings): ExportQuestion {
  const { row, path, type, heading, choices } = question
  const { hierarchy_in_labels: hasGroups, group_sep: separator, multiple_select: multiple } = settings
  const text = (answers: Filter) => (typeof answers[path] === 'string' ? answers[path] : '')
  const labelOf = (value: string) =>
    language === null ? value : (choices.find(({ name }) => name === value)?.label ?? value)
  const valuesOf = (answers: Filter) => text(answers).split(' ').filter(Boolean)
  const base = { path, type, heading, choices, name: String(row.$autoname) }
  if (type === 'select_one') return { ...base, headings: [heading], cells: (answers) => [labelOf(text(answers))] }
  if (type === 'select_multiple') {
    const summary = (answers: Filter) => valuesOf(answers).map(labelOf).join(' ')
    const details = (answers: Filter) => {
      const chosen = valuesOf(answers)
      return choices.map(({ name }) => (chosen.length === 0 ? '' : chosen.includes(name) ? '1' : '0'))
    }
    const parts = choices.map(({ name, label }) =>
      [heading, language === null ? name : label].join(hasGroups ? separator : '/'),
    )
    return {
      ...base,
      headings: [...(multiple === 'details' ? [] : [heading]), ...(multiple === 'summary' ? [] : parts)],
      cells: (answers) => [
        ...(multiple === 'details' ? [] : [summary(answers)]),
        ...(multiple === 'summary' ? [] : details(answers)),
      ],
    }
  }
  if (type === 'geopoint') {
    return {
      ...base,
      headings: [heading, ...POINT.map((part) => `_${heading}_${part}`)],
      cells: (answers) => {
        const parts = text(answers).split(' ')
        return [text(answers), ...POINT.map((_, index) => parts[index] ?? '')]
      },
    }
  }
  if (MEDIA.has(type) && settings.include_media_url === true) {
    return {
      ...base,
      headings: [heading, `${heading}_URL`],
      cells: (answers) => [text(answers), addressOf(answers, path)],
    }
  }
  return { ...base, headings: [heading], cells: (answers) => [text(answers)] }
}

function addressOf({ _attachments: files }: Filter, path: string): string {
  const file = Array.isArray(files)
    ? (files as Filter[]).find(({ question_xpath: at }) => String(at).replaceAll(/\[\d+\]/g, '') === path)
    : undefined
  return typeof file?.['download_url'] === 'string' ? file['download_url'] : ''
}
