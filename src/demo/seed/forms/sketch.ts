import type { FormContent } from '#/demo/records.ts'
import { lettersOf, randomOf } from '#/demo/seed/random.ts'
import { toContent } from '#/demo/xlsform/content.ts'
import type { SheetRow } from '#/demo/xlsform/sheets.ts'

/** Type, name, labels in each language with `|` between them, and what else the row has. */
export type Question = [type: string, name?: string, label?: string | undefined, more?: SheetRow]

/** A form in few words. It goes through the same reader as an uploaded spreadsheet. */
export interface FormSketch {
  /** As in the headings: `English (en)`. The default language first. */
  languages: string[]
  questions: Question[]
  /** Labels by list and by name of the choice. */
  choices: Record<string, Record<string, string>>
}

export function writeForm(key: string, { languages, questions, choices }: FormSketch): FormContent {
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
    // By name, so that a question keeps its identifier from one state of the form to the next.
    ({ type = '', list_name: list = '', name = unnamed++ }) => lettersOf(randomOf('kuid', key, type, list, name), 9),
  )
  return content
}
