import type { AnswerColumn, ColumnSection, RepeatColumn } from '#/dataset/model/columns.ts'

/** Consecutive questions, or one repeat group. */
interface PanelBlock {
  key: string
  questions: AnswerColumn[]
  repeat: RepeatColumn | null
}

/** One heading of the panel with its answers. */
export interface PanelSection {
  key: string
  section: ColumnSection
  blocks: PanelBlock[]
}

/** Divides the columns of a form by heading, and under each heading into questions and repeat groups. */
export function answerSections(columns: readonly AnswerColumn[]): PanelSection[] {
  const sections: PanelSection[] = []
  for (const column of columns) {
    let last = sections.at(-1)
    if (last?.section.key !== column.section.key) {
      // A group can have several sections, before and after a group inside it.
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
