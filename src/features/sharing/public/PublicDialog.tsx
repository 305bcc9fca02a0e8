import { Checkbox } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import classes from '#/features/sharing/parts/sharing.module.css'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { PersonalQuestions } from './PersonalQuestions.tsx'
import type { PublicChange } from './public-access.ts'

interface PublicDialogProps {
  asset: Asset
  /** The change to confirm; `null`: closed. */
  change: PublicChange | null
  error: ReactNode
  isPending: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Confirms a change of public access, with what becomes visible and the number of submissions. */
export function PublicDialog({ asset, change, error, isPending, onConfirm, onClose }: PublicDialogProps) {
  const { t } = useTranslation('sharing')
  const [isChecked, setIsChecked] = useState(false)
  // Keeps the content during the exit transition.
  const [last, setLast] = useState(change)
  if (change && change !== last) {
    setLast(change)
    setIsChecked(false)
  }
  const kind = kindOf(last)
  const title = useTitle(asset, kind)

  return (
    <ConfirmDialog
      opened={change !== null}
      title={title}
      hue={kind === 'bothOff' ? 'petrol' : 'plum'}
      cancelLabel={t(kind === 'bothOff' ? 'public.bothOff.keep' : 'public.keepPrivate')}
      confirmLabel={t(`public.${kind}.confirm`)}
      confirmIcon={kind === 'bothOff' ? undefined : <IconWorld size={16} aria-hidden />}
      ready={kind !== 'submissions' || isChecked}
      pending={isPending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {kind === 'submissions' && (
        <SubmissionsText asset={asset} alsoForm={!last?.before.has('view_asset')}>
          <Checkbox
            label={t('public.submissions.checked')}
            checked={isChecked}
            onChange={({ currentTarget }) => setIsChecked(currentTarget.checked)}
          />
        </SubmissionsText>
      )}
      {kind === 'form' && <FormText asset={asset} />}
      {kind === 'submit' && <SubmitText asset={asset} />}
      {kind === 'bothOff' && <p>{t('public.bothOff.body')}</p>}
      {error}
    </ConfirmDialog>
  )
}

type DialogKind = 'form' | 'submissions' | 'submit' | 'bothOff'

function kindOf(change: PublicChange | null): DialogKind {
  if (change && !change.isOn) return 'bothOff'
  if (change?.codename === 'view_submissions') return 'submissions'
  return change?.codename === 'add_submissions' ? 'submit' : 'form'
}

function useTitle({ deployment__submission_count: count }: Asset, kind: DialogKind): string {
  const { t } = useTranslation('sharing')
  if (kind !== 'submissions') return t(`public.${kind}.title`)
  if (count === null) return t('public.submissions.titleAll')
  if (count === 0) return t('public.submissions.titleNone')
  return t('public.submissions.title', { count })
}

interface SubmissionsTextProps {
  asset: Asset
  alsoForm: boolean
  children: ReactNode
}

function SubmissionsText({ asset, alsoForm, children }: SubmissionsTextProps) {
  const { t } = useTranslation('sharing')
  const isEmpty = asset.deployment__submission_count === 0
  return (
    <>
      <p>
        <Trans
          t={t}
          i18nKey={isEmpty ? 'public.submissions.bodyNone' : 'public.submissions.body'}
          components={{ b: <b /> }}
        />
      </p>
      <PersonalQuestions content={asset.content} />
      <p className={classes.small}>{t(alsoForm ? 'public.undoBoth' : 'public.undo')}</p>
      {children}
    </>
  )
}

function FormText({ asset }: { asset: Asset }) {
  const { t } = useTranslation('sharing')
  const count = asset.summary.row_count ?? 0
  return (
    <>
      <p>
        <Trans t={t} i18nKey="public.form.body" count={count} components={{ b: <b /> }} />
      </p>
      <p className={classes.small}>
        <StayPrivate count={asset.deployment__submission_count} /> {t('public.undo')}
      </p>
    </>
  )
}

function SubmitText({ asset }: { asset: Asset }) {
  const { t } = useTranslation('sharing')
  return (
    <>
      <p>
        <Trans t={t} i18nKey="public.submit.body" components={{ b: <b /> }} />
      </p>
      <p className={classes.small}>
        <StayPrivate count={asset.deployment__submission_count} /> {t('public.undoSubmit')}
      </p>
    </>
  )
}

/** The number of submissions that stay private. */
function StayPrivate({ count }: { count: number | null }) {
  const { t } = useTranslation('sharing')
  if (count === 0) return null
  if (count === null) return t('public.form.privateAll')
  return t('public.form.private', { count })
}
