import type { FormContent } from '#/lib/xlsform/form-content.ts'
import { lettersOf, randomOf } from '#/demo/seed/random.ts'
import { toContent } from '#/lib/xlsform/content.ts'
import type { SheetRow } from '#/lib/xlsform/sheets.ts'

/** Type, name, labels in each language separated by `|`, and further columns. */
export type Question = [type: string, name?: string, label?: string | undefined, more?: SheetRow]

/** A form in a short notation. It is read like an uploaded spreadsheet. */
export interface FormDefinition {
  /** As in column headings: `English (en)`. The default language comes first. */
  languages: string[]
  questions: Question[]
  /** Labels by list name and choice name. */
  choices: Record<string, Record<string, string>>
}

export function buildForm(key: string, { languages, questions, choices }: FormDefinition): FormContent {
  let unnamed = 0
  const labels = (column: string, text = ''): SheetRow =>
    Object.fromEntries(
      text.split('|').flatMap((part, at) => (part && languages[at] ? [[`${column}::${languages[at]}`, part]] : [])),
    )
  const { content } = toContent(
    {
      survey: questions.map(([type, name, label, { hint, ...more } = {}]) => ({
        type,
        ...(name !== undefined && { name }),
        ...labels('label', label),
        ...labels('hint', hint),
        ...more,
      })),
      choices: Object.entries(choices).flatMap(([list, names]) =>
        Object.entries(names).map(([name, label]) => ({ list_name: list, name, ...labels('label', label) })),
      ),
      settings: languages[0] === undefined ? [] : [{ default_language: languages[0] }],
    },
    // Derived from the name, so that a question keeps its identifier across states of the form.
    ({ type = '', list_name: list = '', name = unnamed++ }) => lettersOf(randomOf('kuid', key, type, list, name), 9),
  )
  return content
}
