import { IconWorld } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { ANONYMOUS, publicAccessOf } from '#/api/kpi/permissions/access-summary.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { AccessConflict } from '#/features/sharing/parts/AccessConflict.tsx'
import { AccessDiffers } from '#/features/sharing/parts/AccessDiffers.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { PublicDialog } from './PublicDialog.tsx'
import { PublicLinks } from './PublicLinks.tsx'
import {
  afterChange,
  PUBLIC_CODENAMES,
  type PublicChange,
  type PublicCodename,
  revokesSubmissions,
} from './public-access.ts'

interface PublicAccessProps {
  asset: Asset
  /** The access of AnonymousUser. */
  anyone: Access
  /** Number of users in the list, including the owner. */
  peopleCount: number
  announce: (text: string) => void
}

/** Three switches for public access, each with a confirmation. */
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
            t(
              revokesSubmissions(next)
                ? 'public.said.both_off'
                : `public.said.${next.codename}_${next.isOn ? 'on' : 'off'}`,
            ),
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
    if (isOn || revokesSubmissions(next)) setAsked(next)
    else write(next)
  }

  const difference = change.data?.state === 'differs' ? change.data.difference : null
  const wanted = change.variables?.to

  const error = change.error && (
    <ErrorPanel isChange kind={change.error.kind} title={t('public.failed')} message={change.error.message} />
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
            isPending={turning === codename}
            isLocked={change.isPending}
            onToggle={mayShare ? (isOn) => turn(codename, isOn) : undefined}
          />
        ))}
      </ul>
      <PublicLinks asset={asset} anyone={anyone} />
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
        change={asked}
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
  isPending: boolean
  /** Another change is pending. */
  isLocked: boolean
  /** Absent if the user may not change it. */
  onToggle: ((isOn: boolean) => void) | undefined
}

function PublicRow({ asset, codename, isOn, isPending, isLocked, onToggle }: PublicRowProps) {
  const { t } = useTranslation('sharing')
  const id = useId()
  return (
    <li className={classes.switchRow}>
      {onToggle && (
        <input
          id={`${id}-switch`}
          type="checkbox"
          role="switch"
          className={classes.switch}
          checked={isOn}
          aria-checked={isOn}
          onChange={({ currentTarget }) => onToggle(currentTarget.checked)}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-about`}
          aria-busy={isPending}
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
      {!onToggle && <span className={classes.roleName}>{t(isOn ? 'public.on' : 'public.off')}</span>}
    </li>
  )
}

type Translate = ReturnType<typeof useTranslation<'sharing'>>['t']

function aboutOf({ summary, deployment_status: status }: Asset, codename: PublicCodename, t: Translate): string {
  if (codename === 'view_asset') return t('public.about.view_asset', { count: summary.row_count ?? 0 })
  if (codename === 'add_submissions' && status !== 'deployed') return t(`public.about.${status ?? 'draft'}`)
  return t(`public.about.${codename}`)
}
