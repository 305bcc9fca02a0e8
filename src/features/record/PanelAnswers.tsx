import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useContext, useEffect, useEffectEvent, useMemo } from 'react'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { RepeatAnswers } from '#/dataset/answers/RepeatAnswers.tsx'
import { SectionLabel } from '#/dataset/answers/SectionLabel.tsx'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import classes from './PanelAnswers.module.css'
import { answerSections, type PanelSection } from './answer-sections.ts'
import { AnswerSlotContext } from './answer-slot.ts'

interface PanelAnswersProps {
  submission: Row
  /** In the form's order. */
  columns: readonly AnswerColumn[]
  /** Answers with an open editor. */
  openPaths: ReadonlySet<string> | undefined
  /** The scrolling element. */
  scroller: HTMLElement | null
}

/** Shorter forms are rendered completely, so that the browser's own search finds everything. */
const MAX_UNVIRTUALIZED = 200

/** All answers of a submission, under the groups of the form. */
export function PanelAnswers({ submission, columns, openPaths = NONE, scroller }: PanelAnswersProps) {
  const sections = useMemo(() => answerSections(columns), [columns])
  if (columns.length > MAX_UNVIRTUALIZED) {
    return <VirtualSections submission={submission} sections={sections} openPaths={openPaths} scroller={scroller} />
  }
  return sections.map((section) => <AnswerSection key={section.key} submission={submission} section={section} />)
}

interface VirtualSectionsProps extends Omit<PanelAnswersProps, 'columns' | 'openPaths'> {
  sections: readonly PanelSection[]
  openPaths: ReadonlySet<string>
}

const SECTION_HEIGHT = 400
const NONE: ReadonlySet<string> = new Set()

const isEdited = ({ blocks }: PanelSection, openPaths: ReadonlySet<string>) =>
  openPaths.size > 0 && blocks.some(({ questions }) => questions.some(({ id }) => openPaths.has(id)))

/** The sections of a long form, virtualized. Those with an open editor are always rendered, and come into view. */
function VirtualSections({ submission, sections, openPaths, scroller }: VirtualSectionsProps) {
  const edited = useMemo(
    () => [...sections.keys()].filter((index) => sections[index] && isEdited(sections[index], openPaths)),
    [sections, openPaths],
  )
  const virtualizer = useVirtualizer({
    count: sections.length,
    getScrollElement: () => scroller,
    estimateSize: () => SECTION_HEIGHT,
    overscan: 2,
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), ...edited])].toSorted((a, b) => a - b),
      [edited],
    ),
  })
  const showEdited = useEffectEvent((index: number) => {
    const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: -1 }
    if (index < startIndex || index > endIndex) virtualizer.scrollToIndex(index, { align: 'start' })
  })
  const last = edited.at(-1)
  useEffect(() => {
    if (last !== undefined) showEdited(last)
  }, [last])
  return (
    <div className={classes.long} style={{ blockSize: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const section = sections[index]
        return (
          section && (
            <div
              key={section.key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={classes.placed}
              style={{ insetBlockStart: start }}
            >
              <AnswerSection submission={submission} section={section} />
            </div>
          )
        )
      })}
    </div>
  )
}

interface AnswerSectionProps {
  submission: Row
  section: PanelSection
}

/** One heading with its answers. */
export const AnswerSection = memo(function AnswerSection({
  submission,
  section: { section, blocks },
}: AnswerSectionProps) {
  const AnswerSlot = useContext(AnswerSlotContext)
  return (
    <section className={classes.section}>
      {section.kind !== 'ungrouped' && (
        <h3 className={classes.heading}>
          <SectionLabel section={section} />
        </h3>
      )}
      {blocks.map(({ key, questions, repeat }) =>
        repeat ? (
          <RepeatAnswers key={key} row={submission} entry={submission} column={repeat} />
        ) : (
          <dl key={key} className={classes.pairs}>
            {questions.map((column) => (
              <div key={column.id} className={classes.pair}>
                <dt>
                  <ColumnLabel column={column} />
                </dt>
                <dd>
                  <AnswerSlot row={submission} entry={submission} column={column} />
                </dd>
              </div>
            ))}
          </dl>
        ),
      )}
    </section>
  )
})
