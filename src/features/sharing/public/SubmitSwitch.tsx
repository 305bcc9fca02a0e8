import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import classes from '#/features/sharing/parts/sharing.module.css'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { PublicRow } from './PublicRow.tsx'
import { usePublicChange } from './use-public-change.ts'

const PublicDialog = lazyPart(async () => (await import('./PublicDialog.tsx')).PublicDialog)

/** The switch that lets anyone submit without signing in, beside the links to the web form; for those who may share. */
export function SubmitSwitch({ asset }: { asset: Asset }) {
  const { t } = useTranslation('sharing')
  const [said, announce] = useState('')
  const anyone = toPeople(asset.permissions).find(({ username }) => username === ANONYMOUS) ?? NO_ACCESS
  const { asked, change, turning, turn, confirm, close } = usePublicChange(asset, anyone, announce)
  // Loaded with the first question, and stays for the exit transition.
  const [wasAsked, setWasAsked] = useState(false)
  if (asked && !wasAsked) setWasAsked(true)
  if (!assetCan.share(asset)) return null
  const error = change.error && (
    <ErrorPanel isChange kind={change.error.kind} title={t('public.failed')} message={change.error.message} />
  )
  const isOtherwise = change.data?.state === 'differs'
  return (
    <>
      <ul className={classes.loneSwitch}>
        <PublicRow
          asset={asset}
          codename="add_submissions"
          isOn={anyone.held.has('add_submissions')}
          isPending={turning !== null}
          isLocked={change.isPending}
          onToggle={(isOn) => turn('add_submissions', isOn)}
        />
      </ul>
      {isOtherwise && <p role="status">{t('public.differsElsewhere')}</p>}
      {change.error && !asked && error}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {wasAsked && (
        <PublicDialog
          asset={asset}
          change={asked}
          error={error}
          isPending={change.isPending}
          onClose={close}
          onConfirm={confirm}
        />
      )}
    </>
  )
}
