import type { FormContent, FormRow } from './form-content.ts'
import { firstText, nameRows, slugOf } from './names.ts'
import { checkTypes, closesGroup, expandType, METADATA_TYPES } from './question-types.ts'
import { ImportError, type SheetRow, type Sheets } from './sheets.ts'
import { collectTranslations, type Languages, languagesOf } from './translations.ts'

/** A form read from a spreadsheet. The title becomes the project's name and is not part of the content. */
export interface ParsedForm {
  title: string | undefined
  content: FormContent
}

/** Creates the identifier of a row. */
export type MakeKuid = (row: SheetRow) => string

/** Converts the sheets of an XLSForm to KPI's format [0201-0262]. */
export function toContent(sheets: Sheets, makeKuid: MakeKuid): ParsedForm {
  const { form_title: title, ...settings } = settingsOf(sheets.settings?.[0] ?? {})
  const surveyRows = sheets.survey ?? []
  const choiceRows = sheets.choices ?? []
  const languages = languagesOf([...surveyRows, ...choiceRows], settings.default_language)

  requireDefaultLanguage(settings.default_language, languages)
  requireTypes(surveyRows)
  const survey = surveyRows.filter(({ type }) => type !== undefined).map((row) => surveyRowOf(row, languages, makeKuid))
  survey.sort((a, b) => Number(isMetadata(b)) - Number(isMetadata(a)))
  checkTypes(survey)
  nameRows(survey)
  const choices = choiceRows.map((row) => choiceRowOf(row, languages, makeKuid)).filter((row) => row !== undefined)

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

/** @throws ImportError with KPI's message for a language that no column has [2467] */
function requireDefaultLanguage(language: string | undefined, { translations }: Languages) {
  if (language === undefined || translations.every((known) => known === null) || translations.includes(language)) return
  const known = translations.map((name) => `\`${name}\``).join(', ')
  const message = `\`${language}\` is specified as the default language, but only these translations are present in the form: ${known}`
  throw new ImportError('ValueError', message)
}

/** @throws ImportError with KPI's message for a row that has a name and no type [2469]. Others without type are left out. */
function requireTypes(rows: SheetRow[]) {
  if (rows.some(({ name, type }) => name !== undefined && type === undefined))
    throw new ImportError('KeyError', "'type'")
}

function surveyRowOf(row: SheetRow, languages: Languages, makeKuid: MakeKuid): FormRow {
  const { type = '', ...cells } = row
  const collected = collectTranslations(cells, languages)
  const { tags, required, read_only: readOnly } = collected
  const expanded = expandType(type)
  if (closesGroup(expanded.type)) return { ...pickName(collected), ...expanded, $kuid: makeKuid(row) }
  return {
    ...expanded,
    $kuid: makeKuid(row),
    ...collected,
    ...(typeof tags === 'string' && { tags: tags.split(/[\s,]+/).map((tag) => `hxl:${tag}`) }),
    ...(typeof required === 'string' && { required: parseBoolean(required) }),
    ...(typeof readOnly === 'string' && { read_only: parseBoolean(readOnly) }),
  }
}

const isMetadata = ({ type = '' }: FormRow) => METADATA_TYPES.has(type)

const pickName = ({ name }: FormRow): FormRow => (name === undefined ? {} : { name })

/** `yes`, `no` and their variants become booleans; anything else is an expression [0262]. */
function parseBoolean(cell: string): boolean | string {
  if (/^(yes|true|true\(\))$/i.test(cell)) return true
  return /^(no|false|false\(\))$/i.test(cell) ? false : cell
}

function choiceRowOf(row: SheetRow, languages: Languages, makeKuid: MakeKuid): FormRow | undefined {
  const { 'list name': spaced, list_name: list = spaced, value, name = value, ...cells } = row
  if (list === undefined) return undefined
  if (value !== undefined && name !== value) {
    throw new ImportError('ValueError', `Conflicting name and value in row: ${JSON.stringify(row)}`)
  }
  const collected = collectTranslations(cells, languages)
  const autovalue = name ?? slugOf(firstText(collected.label))
  return {
    ...(name !== undefined && { name }),
    $kuid: makeKuid(row),
    ...collected,
    list_name: list,
    $autovalue: autovalue,
  }
}

function settingsOf({ title, form_title = title, form_id, id_string = form_id, ...others }: SheetRow) {
  return {
    ...others,
    ...(form_title !== undefined && { form_title }),
    ...(id_string !== undefined && { id_string }),
  } as SheetRow & { default_language?: string; id_string?: string }
}

/** KPI derives it from the title; an Arabic title becomes `_` [0211]. */
const idStringOf = (title: string) => title.trim().replaceAll(/[^\w]+/g, '_') || '_'
