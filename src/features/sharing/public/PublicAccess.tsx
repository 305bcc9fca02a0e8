import { IconWorld } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { ANONYMOUS, publicAccessOf } from '#/api/kpi/permissions/access-summary.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { AccessConflict } from '#/features/sharing/AccessConflict.tsx'
import { AccessDiffers } from '#/features/sharing/AccessDiffers.tsx'
import classes from '#/features/sharing/sharing.module.css'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { PublicDialog } from './PublicDialog.tsx'
import { afterChange, PUBLIC_CODENAMES, type PublicChange, type PublicCodename, turnsBothOff } from './public-access.ts'

interface PublicAccessProps {
  asset: Asset
  /** What anyone may do without signing in. */
  anyone: Access
  /** How many people the list above shows, the owner included. */
  peopleCount: number
  announce: (text: string) => void
}

/** Whether anyone may see or send: three switches, each of which says what it opens before it opens. */
export function PublicAccess({ asset, anyone, peopleCount, announce }: PublicAccessProps) {
  const { t } = useTranslation('sharing')
  const [asked, setAsked] = useState<PublicChange | null>(null)
  const change = useMutation(changeAccess(asset.uid))
  const [turning, setTurning] = useState<PublicCodename | null>(null)
  const mayShare = assetCan.share(asset)
  const access = publicAccessOf(anyone.held)
  const summary =
    access !== 'none'
      ? t(`public.summary.${access}`)
      : mayShare
        ? t('public.summary.none', { count: peopleCount })
        : t('public.summary.noneSeen')

  const write = (next: PublicChange) => {
    setTurning(next.codename)
    change.mutate(
      { username: ANONYMOUS, from: { held: next.before, partial: [] }, to: afterChange(next) },
      {
        onSuccess: ({ state }) => {
          setAsked(null)
          if (state === 'differs') return
          announce(
            t(turnsBothOff(next) ? 'public.said.both_off' : `public.said.${next.codename}_${next.isOn ? 'on' : 'off'}`),
          )
        },
        onError: ({ kind }) => kind === 'conflict' && setAsked(null),
        onSettled: () => setTurning(null),
      },
    )
  }

  const turn = (codename: PublicCodename, isOn: boolean) => {
    if (change.isPending) return
    change.reset()
    const next = { codename, isOn, before: anyone.held }
    if (isOn || turnsBothOff(next)) setAsked(next)
    else write(next)
  }

  const difference = change.data?.state === 'differs' ? change.data.difference : null
  const wanted = change.variables?.to

  const error = change.error && (
    <ErrorPanel isChange kind={change.error.kind} title={t('public.failed')} words={change.error.message} />
  )

  return (
    <Card
      title={t('public.title')}
      icon={<IconWorld size={18} stroke={1.75} className={access === 'none' ? undefined : classes.plum} aria-hidden />}
      aside={<span className={access === 'none' ? undefined : classes.plum}>{summary}</span>}
      flush
    >
      <ul className={classes.switches}>
        {PUBLIC_CODENAMES.map((codename) => (
          <PublicRow
            key={codename}
            asset={asset}
            codename={codename}
            isOn={anyone.held.has(codename)}
            isTurning={turning === codename}
            isLocked={change.isPending}
            onTurn={mayShare ? (isOn) => turn(codename, isOn) : undefined}
          />
        ))}
      </ul>
      {change.error?.kind === 'conflict' ? (
        <div className={classes.message}>
          <AccessConflict onAction={() => change.reset()}>
            {t('conflict.safe')} {t('conflict.public', { summary })}
          </AccessConflict>
        </div>
      ) : (
        change.error && !asked && <div className={classes.message}>{error}</div>
      )}
      {difference && wanted && (
        <div className={classes.message}>
          <AccessDiffers
            difference={difference}
            isPending={change.isPending}
            onFinish={() =>
              change.mutate(
                { username: ANONYMOUS, from: difference.now, to: wanted },
                { onSuccess: ({ state }) => state !== 'differs' && announce(t('change.saved')) },
              )
            }
            onKeep={() => change.reset()}
          />
        </div>
      )}
      <PublicDialog
        asset={asset}
        asked={asked}
        error={error}
        isPending={change.isPending}
        onClose={() => {
          change.reset()
          setAsked(null)
        }}
        onConfirm={() => asked && write(asked)}
      />
    </Card>
  )
}

interface PublicRowProps {
  asset: Asset
  codename: PublicCodename
  isOn: boolean
  isTurning: boolean
  /** While another change is being written. */
  isLocked: boolean
  /** None where the person may only look. */
  onTurn: ((isOn: boolean) => void) | undefined
}

function PublicRow({ asset, codename, isOn, isTurning, isLocked, onTurn }: PublicRowProps) {
  const { t } = useTranslation('sharing')
  const id = useId()
  return (
    <li className={classes.switchRow}>
      {onTurn && (
        <input
          id={`${id}-switch`}
          type="checkbox"
          role="switch"
          className={classes.switch}
          checked={isOn}
          aria-checked={isOn}
          onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-about`}
          aria-busy={isTurning}
          aria-disabled={isLocked}
        />
      )}
      <div className={classes.about}>
        <p>
          <label id={`${id}-name`} htmlFor={`${id}-switch`} className={classes.switchName}>
            {t(`public.${codename}`)}
          </label>
        </p>
        <div className={classes.why} id={`${id}-about`}>
          {aboutOf(asset, codename, t)}
        </div>
      </div>
      {!onTurn && <span className={classes.roleName}>{t(isOn ? 'public.on' : 'public.off')}</span>}
    </li>
  )
}

type Translate = ReturnType<typeof useTranslation<'sharing'>>['t']

function aboutOf({ summary, deployment_status: status }: Asset, codename: PublicCodename, t: Translate): string {
  if (codename === 'view_asset') return t('public.about.view_asset', { count: summary.row_count ?? 0 })
  if (codename === 'add_submissions' && status !== 'deployed') return t(`public.about.${status ?? 'draft'}`)
  return t(`public.about.${codename}`)
}
