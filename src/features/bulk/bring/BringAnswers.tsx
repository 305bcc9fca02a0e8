import { Checkbox, NativeSelect, Progress } from '@mantine/core'
import { IconInfoCircle, IconPhotoOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { newBulkJob } from '#/features/bulk/bulk-job.ts'
import { useBulkControl } from '#/features/bulk/use-bulk-job.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { type AnswersToCopy, answersToBring, type ChoiceToRecode } from '#/lib/xlsform/compare/answers-to-bring.ts'
import type { ComparableForm } from '#/lib/xlsform/compare/canonical-form.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './BringAnswers.module.css'
import { type BringPlan, neededFields, planAnswers } from './plan-answers.ts'
import { useBringRows } from './use-bring-rows.ts'

export interface BringAnswersProps {
  asset: Pick<Asset, 'uid' | 'deployment__submission_count'>
  /** The form with which the answers were sent, and the one to which they are brought. */
  before: ComparableForm
  after: ComparableForm
  onClose: () => void
  /** After the job has begun. */
  onStarted?: () => void
}

/**
 * Offers to copy answers to the new names of their questions, and to give them the new values of choices. It reads all
 * submissions once, shows how many answers each change concerns, and leaves alone what stands under a new name already.
 */
export function BringAnswers({ asset, before, after, onClose, onStarted }: BringAnswersProps) {
  const { t } = useTranslation('compare')
  const format = useFormat()
  const { run } = useBulkControl(asset.uid)
  const { copies, recodes } = useMemo(() => answersToBring(before, after), [before, after])
  const possible = copies.filter(({ obstacle }) => obstacle === null)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const valueOf = ({ id, value }: ChoiceToRecode) => chosen.get(id) ?? value ?? ''
  const rows = useBringRows(
    asset.uid,
    useMemo(
      () => neededFields({ copies, recodes: recodes.map((each) => ({ ...each, value: '' })) }),
      [copies, recodes],
    ),
  )
  const everything = useMemo(
    () =>
      rows.state === 'ready'
        ? planAnswers(rows.rows, {
            copies: copies.filter(({ obstacle }) => obstacle === null),
            // Each choice by a value that differs, to count its answers whether it is recoded or not.
            recodes: recodes.map((each) => ({ ...each, value: `${each.choice.name}?` })),
          })
        : null,
    [rows, copies, recodes],
  )
  const plan =
    rows.state === 'ready'
      ? planAnswers(rows.rows, {
          copies: possible.filter(({ id }) => !leftOut.has(id)),
          recodes: recodes.flatMap((each) => {
            const value = valueOf(each)
            return value === '' || leftOut.has(each.id) ? [] : [{ ...each, value }]
          }),
        })
      : null
  const count = plan?.values.size ?? 0
  const toggle = (id: string) =>
    setLeftOut((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const start = ({ values, expected }: BringPlan) => {
    run(newBulkJob({ kind: 'bring', values, expected }, [...values.keys()]))
    onClose()
    onStarted?.()
  }
  const total = asset.deployment__submission_count

  return (
    <ConfirmDialog
      opened
      title={t('bring.title')}
      confirmLabel={t('bring.confirm', { count })}
      ready={count > 0}
      onConfirm={() => plan && start(plan)}
      onClose={onClose}
    >
      {rows.state === 'loading' && (
        <div>
          <p role="status">{t('bring.loading', { done: format.number(rows.done) })}</p>
          <Progress aria-label={t('bring.loadingLabel')} value={total ? (100 * rows.done) / total : 100} />
        </div>
      )}
      {rows.state === 'failed' && (
        <ErrorPanel
          kind={rows.error.kind}
          title={t('bring.failed')}
          message={rows.error.message}
          onRetry={rows.retry}
        />
      )}
      {everything && (
        <>
          <ul className={classes.list}>
            {possible.map((copy) => (
              <li key={copy.id}>
                <Checkbox
                  checked={!leftOut.has(copy.id)}
                  disabled={answersOf(everything, copy.id) === 0}
                  onChange={() => toggle(copy.id)}
                  label={t('bring.copy', {
                    from: copy.before.path,
                    to: copy.after.path,
                    count: answersOf(everything, copy.id),
                  })}
                  description={<CopyDescription copy={copy} plan={everything} />}
                />
              </li>
            ))}
            {recodes.map((recode) => (
              <li key={recode.id}>
                <NativeSelect
                  label={t('bring.recode', {
                    question: recode.question.after.label,
                    choice: recode.choice.label,
                    value: recode.choice.name,
                    count: answersOf(everything, recode.id),
                  })}
                  disabled={answersOf(everything, recode.id) === 0}
                  value={leftOut.has(recode.id) ? '' : valueOf(recode)}
                  onChange={({ currentTarget: { value } }) => {
                    setChosen((known) => new Map(known).set(recode.id, value))
                    if (leftOut.has(recode.id)) toggle(recode.id)
                  }}
                  data={[
                    { value: '', label: t('bring.leave') },
                    ...recode.offered.map(({ name, label }) => ({ value: name, label: `${label} (${name})` })),
                  ]}
                />
              </li>
            ))}
          </ul>
          <Obstacles copies={copies} />
          <Note hue="petrol" icon={IconInfoCircle}>
            <p>{t('bring.stay')}</p>
            <p>{t('bring.exports')}</p>
            <p>{t('bring.undo')}</p>
          </Note>
        </>
      )}
    </ConfirmDialog>
  )
}

const answersOf = (plan: BringPlan, id: string) => plan.counts.get(id)?.answers ?? 0

function CopyDescription({ copy, plan }: { copy: AnswersToCopy; plan: BringPlan }) {
  const { t } = useTranslation('compare')
  const conflicts = plan.counts.get(copy.id)?.conflicts ?? 0
  return (
    <>
      <bdi>{copy.after.label}</bdi>
      {conflicts > 0 && <> {t('bring.conflicts', { count: conflicts })}</>}
    </>
  )
}

/** Which questions stay as they are, and why. */
function Obstacles({ copies }: { copies: readonly AnswersToCopy[] }) {
  const { t } = useTranslation('compare')
  const kept = copies.filter(({ obstacle }) => obstacle !== null)
  if (kept.length === 0) return null
  return (
    <Note hue="ochre" icon={IconPhotoOff} title={t('bring.notCopied')}>
      <ul className={classes.list}>
        {kept.map(({ id, after, before, obstacle }) => (
          <li key={id}>
            <bdi>{after.label}</bdi> <code dir="ltr">{before.path}</code>: {obstacle && t(`bring.obstacle.${obstacle}`)}
          </li>
        ))}
      </ul>
    </Note>
  )
}
