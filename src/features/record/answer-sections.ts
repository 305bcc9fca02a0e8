import type { AnswerColumn, ColumnSection, RepeatColumn } from '#/dataset/model/columns.ts'

/** Questions one after another, else one repeat group. */
interface PanelBlock {
  key: string
  questions: AnswerColumn[]
  repeat: RepeatColumn | null
}

/** What stands under one heading of the panel. */
export interface PanelSection {
  key: string
  section: ColumnSection
  blocks: PanelBlock[]
}

/** A form's columns as the panel reads them: heading by heading, questions apart from repeat groups. */
export function answerSections(columns: readonly AnswerColumn[]): PanelSection[] {
  const sections: PanelSection[] = []
  for (const column of columns) {
    let last = sections.at(-1)
    if (last?.section.key !== column.section.key) {
      // The same group may come again, after a group inside it.
      last = { key: `${sections.length}`, section: column.section, blocks: [] }
      sections.push(last)
    }
    const block = last.blocks.at(-1)
    if (column.source === 'repeat') last.blocks.push({ key: column.id, questions: [], repeat: column })
    else if (block && !block.repeat) block.questions.push(column)
    else last.blocks.push({ key: column.id, questions: [column], repeat: null })
  }
  return sections
}
