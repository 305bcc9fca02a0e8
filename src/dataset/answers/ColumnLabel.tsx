import { type DataColumn, type SupplementColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { languageName } from '#/lib/language-name.ts'
import { type Display, useDisplay } from './display.ts'

/** The label of a column in the selected language, or its XML name. */
export function columnName(column: DataColumn, display: Pick<Display, 't' | 'language' | 'locale'>): string {
  const { t, language } = display
  switch (column.source) {
    case 'system':
      return t(`column.${column.kind}`)
    case 'question':
      return column.question.isOther && language !== null
        ? t('column.other', { name: labelIn(column.question, language) })
        : labelIn(column.question, language)
    case 'repeat':
      return labelIn(column.group, language)
    case 'unknown':
      return column.id
    case 'supplement':
      return t('column.supplement', { question: questionName(column, display), name: supplementName(column, display) })
  }
}

/** The question that a supplement belongs to; its path if the form does not have it. */
function questionName({ question, supplement }: SupplementColumn, { t, language }: Pick<Display, 't' | 'language'>) {
  if (question) return labelIn(question, language)
  // KPI lets people add to any column [2066].
  const column = SYSTEM_COLUMNS.find(({ id }) => id === supplement.path)
  return column?.source === 'system' ? t(`column.${column.kind}`) : supplement.path
}

/** What a supplement is, without its question: "Transcript (French)". */
function supplementName({ supplement }: SupplementColumn, { t, locale }: Pick<Display, 't' | 'locale'>): string {
  const { about, language, label, name } = supplement
  if (about === 'analysis') return label ?? name
  return t(`column.${about}`, { language: languageName(language ?? name.split('_').at(-1) ?? '', locale) })
}

/** A column's label as an element; XML names are left-to-right. */
export function ColumnLabel({ column }: { column: DataColumn }) {
  const display = useDisplay()
  const isXmlName =
    column.source === 'unknown' ||
    (column.source !== 'system' && column.source !== 'supplement' && display.language === null)
  return <bdi dir={isXmlName ? 'ltr' : 'auto'}>{columnName(column, display)}</bdi>
}
