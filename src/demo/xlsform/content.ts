import type { FormContent, FormRow } from '#/demo/records.ts'
import { firstText, nameRows, slugOf } from './names.ts'
import { checkTypes, closesGroup, expandType, METADATA_TYPES } from './question-types.ts'
import type { SheetRow, Sheets } from './sheets.ts'
import { gatherTranslations, type Languages, languagesOf } from './translations.ts'

/** A form as the spreadsheet has it: the title is the project's name, not part of the content. */
export interface ReadForm {
  title: string | undefined
  content: FormContent
}

/** Makes the identifier of a row. */
export type MakeKuid = (row: SheetRow) => string

/** Turns the sheets of an XLSForm into what KPI keeps [0201-0262]. */
export function toContent(sheets: Sheets, kuid: MakeKuid): ReadForm {
  const { form_title: title, ...settings } = settingsOf(sheets.settings?.[0] ?? {})
  const surveyRows = sheets.survey ?? []
  const choiceRows = sheets.choices ?? []
  const languages = languagesOf([...surveyRows, ...choiceRows], settings.default_language)

  const survey = surveyRows.filter(({ type }) => type !== undefined).map((row) => surveyRowOf(row, languages, kuid))
  survey.sort((a, b) => Number(isMetadata(b)) - Number(isMetadata(a)))
  checkTypes(survey)
  nameRows(survey)
  const choices = choiceRows.map((row) => choiceRowOf(row, languages, kuid)).filter((row) => row !== undefined)

  const content: FormContent = {
    schema: '1',
    survey,
    ...(choices.length > 0 && { choices }),
    settings: { ...settings, ...(title !== undefined && { id_string: settings.id_string ?? idStringOf(title) }) },
    ...(languages.translations.length > 0 && {
      translated: languages.translated,
      translations: languages.translations,
    }),
  }
  return { title, content }
}

function surveyRowOf(row: SheetRow, languages: Languages, kuid: MakeKuid): FormRow {
  const { type = '', ...cells } = row
  const gathered = gatherTranslations(cells, languages)
  const { tags, required, read_only: readOnly } = gathered
  const expanded = expandType(type)
  if (closesGroup(expanded.type)) return { ...pickName(gathered), ...expanded, $kuid: kuid(row) }
  return {
    ...expanded,
    $kuid: kuid(row),
    ...gathered,
    ...(typeof tags === 'string' && { tags: tags.split(/[\s,]+/).map((tag) => `hxl:${tag}`) }),
    ...(typeof required === 'string' && { required: truthOf(required) }),
    ...(typeof readOnly === 'string' && { read_only: truthOf(readOnly) }),
  }
}

const isMetadata = ({ type = '' }: FormRow) => METADATA_TYPES.has(type)

const pickName = ({ name }: FormRow): FormRow => (name === undefined ? {} : { name })

/** `yes` and its like become true; anything else is an expression [0262]. */
function truthOf(cell: string): boolean | string {
  if (/^(yes|true|true\(\))$/i.test(cell)) return true
  return /^(no|false|false\(\))$/i.test(cell) ? false : cell
}

function choiceRowOf(row: SheetRow, languages: Languages, kuid: MakeKuid): FormRow | undefined {
  const { 'list name': spaced, list_name: list = spaced, value, name = value, ...cells } = row
  if (list === undefined) return undefined
  const gathered = gatherTranslations(cells, languages)
  const autovalue = name ?? slugOf(firstText(gathered.label))
  return { ...(name !== undefined && { name }), $kuid: kuid(row), ...gathered, list_name: list, $autovalue: autovalue }
}

function settingsOf({ title, form_title = title, form_id, id_string = form_id, ...others }: SheetRow) {
  return {
    ...others,
    ...(form_title !== undefined && { form_title }),
    ...(id_string !== undefined && { id_string }),
  } as SheetRow & { default_language?: string; id_string?: string }
}

/** KPI makes it of the title; of an Arabic one nothing is left but `_` [0211]. */
const idStringOf = (title: string) => title.trim().replaceAll(/[^\w]+/g, '_') || '_'
