import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useContext, useMemo } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { RepeatAnswers } from '#/dataset/answers/RepeatAnswers.tsx'
import { SectionLabel } from '#/dataset/answers/SectionLabel.tsx'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import classes from './PanelAnswers.module.css'
import { answerSections, type PanelSection } from './answer-sections.ts'
import { AnswerPlaceContext } from './answer-slot.ts'

interface PanelAnswersProps {
  submission: Submission
  /** In the form's order. */
  columns: readonly AnswerColumn[]
  /** What scrolls. */
  scroller: HTMLElement | null
}

/** Up to here all is drawn, and the browser's own search finds it. */
const FEW_QUESTIONS = 200

/** All that a submission answers, under the form's groups. */
export function PanelAnswers({ submission, columns, scroller }: PanelAnswersProps) {
  const sections = useMemo(() => answerSections(columns), [columns])
  if (columns.length > FEW_QUESTIONS) {
    return <SectionsInSight submission={submission} sections={sections} scroller={scroller} />
  }
  return sections.map((section) => <AnswerSection key={section.key} submission={submission} section={section} />)
}

interface SectionsInSightProps extends Omit<PanelAnswersProps, 'columns'> {
  sections: readonly PanelSection[]
}

const SECTION_HEIGHT = 400

/** The sections of a long form, drawn as they come into sight. */
function SectionsInSight({ submission, sections, scroller }: SectionsInSightProps) {
  const virtual = useVirtualizer({
    count: sections.length,
    getScrollElement: () => scroller,
    estimateSize: () => SECTION_HEIGHT,
    overscan: 2,
  })
  return (
    <div className={classes.long} style={{ blockSize: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const section = sections[index]
        return (
          section && (
            <div
              key={section.key}
              ref={virtual.measureElement}
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
  submission: Submission
  section: PanelSection
}

/** What stands under one heading. */
export const AnswerSection = memo(function AnswerSection({
  submission,
  section: { section, blocks },
}: AnswerSectionProps) {
  const Shown = useContext(AnswerPlaceContext)
  return (
    <section className={classes.section}>
      {section.kind !== 'ungrouped' && (
        <h3 className={classes.heading}>
          <SectionLabel section={section} />
        </h3>
      )}
      {blocks.map(({ key, questions, repeat }) =>
        repeat ? (
          <RepeatAnswers key={key} submission={submission} row={submission} column={repeat} />
        ) : (
          <dl key={key} className={classes.pairs}>
            {questions.map((column) => (
              <div key={column.id} className={classes.pair}>
                <dt>
                  <ColumnLabel column={column} />
                </dt>
                <dd>
                  <Shown submission={submission} row={submission} column={column} />
                </dd>
              </div>
            ))}
          </dl>
        ),
      )}
    </section>
  )
})
