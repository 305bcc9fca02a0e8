import { Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { pathsBeingSaved } from '#/api/kpi/submissions/change-one.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { AnswerFormContext } from '#/dataset/answers/form-context.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { answerOf, entriesOf } from '#/dataset/model/values.ts'
import { EditableAnswer } from '#/features/record/edit/EditableAnswer.tsx'
import {
  type DoneEdit,
  type Editing,
  EditingProvider,
  PencilContext,
  type Pencils,
} from '#/features/record/edit/editing-context.ts'
import { AnswerSection } from './PanelAnswers.tsx'
import classes from './SubmissionPage.module.css'
import { answerSections } from './answer-sections.ts'
import { AnswerPlaceContext } from './answer-slot.ts'

interface PageAnswersProps {
  asset: Asset
  submission: Submission
  columns: readonly AnswerColumn[]
}

const NONE: ReadonlySet<string> = new Set()

const isAnswered = (submission: Submission, { id, kind }: AnswerColumn) =>
  kind === 'repeat' ? entriesOf(submission, id).length > 0 : answerOf(submission, id) !== null

/** All answers under the form's groups, to be edited in place; questions without one are put aside until wanted. */
export function PageAnswers({ asset, submission, columns }: PageAnswersProps) {
  const { t } = useTranslation('submission')
  const client = useQueryClient()
  const [showsBlank, setShowsBlank] = useState(false)
  const [open, setOpen] = useState<ReadonlySet<string>>(NONE)
  const [last, setLast] = useState<string | null>(null)
  const section = useRef<HTMLElement>(null)
  const [done, setDone] = useState<ReadonlyMap<string, DoneEdit>>(new Map())
  const answered = useMemo(() => columns.filter((column) => isAnswered(submission, column)), [columns, submission])
  const shown = useMemo(
    () =>
      showsBlank
        ? columns
        : columns.filter((column) => answered.includes(column) || open.has(column.id) || done.has(column.id)),
    [columns, answered, showsBlank, open, done],
  )
  const sections = useMemo(() => answerSections(shown), [shown])
  const blank = columns.length - answered.length
  const editing = useMemo(
    (): Editing => ({
      asset,
      submission,
      open,
      last,
      onClose: (path) => setOpen((before) => new Set([...before].filter((each) => each !== path))),
      done,
      onDone: (path, edit) =>
        setDone((before) => {
          const next = new Map(before)
          if (edit) next.set(path, edit)
          else next.delete(path)
          return next
        }),
    }),
    [asset, submission, open, last, done],
  )

  const pencils = useMemo(
    (): Pencils => ({
      canEdit: assetCan.editSubmissions(asset),
      t,
      // What was typed elsewhere is not thrown away: it is shown.
      onOpen: (path) => {
        const editor = section.current?.querySelector<HTMLElement>('form[data-changed] :is(input, textarea)')
        if (editor) return editor.focus()
        const saving = pathsBeingSaved(client, asset.uid, submission._id)
        setOpen((before) => new Set([...before].filter((each) => saving.has(each))).add(path))
        setLast(path)
      },
    }),
    [asset, t, client, submission._id],
  )

  return (
    <AnswerFormContext value={asset.content}>
      <AnswerPlaceContext value={EditableAnswer}>
        <PencilContext value={pencils}>
          <EditingProvider value={editing}>
            <section ref={section} className={classes.answers} aria-label={t('answers')}>
              <div className={classes.tools}>
                <Switch
                  label={t('showBlank', { count: blank })}
                  checked={showsBlank}
                  disabled={blank === 0}
                  onChange={({ currentTarget }) => setShowsBlank(currentTarget.checked)}
                />
              </div>
              {sections.map((section) => (
                <div key={section.key} className={classes.section}>
                  <AnswerSection submission={submission} section={section} />
                </div>
              ))}
              {shown.length === 0 && <p className={classes.none}>{t('noAnswers')}</p>}
            </section>
          </EditingProvider>
        </PencilContext>
      </AnswerPlaceContext>
    </AnswerFormContext>
  )
}
