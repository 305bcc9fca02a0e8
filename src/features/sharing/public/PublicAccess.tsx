import { IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { ANONYMOUS, publicAccessOf } from '#/api/kpi/permissions/access-summary.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { AccessConflict } from '#/features/sharing/parts/AccessConflict.tsx'
import { AccessDiffers } from '#/features/sharing/parts/AccessDiffers.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { PublicDialog } from './PublicDialog.tsx'
import { PublicLinks } from './PublicLinks.tsx'
import { PublicRow } from './PublicRow.tsx'
import { PUBLIC_CODENAMES } from './public-access.ts'
import { usePublicChange } from './use-public-change.ts'

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
  const { asked, change, turning, turn, confirm, close } = usePublicChange(asset, anyone, announce)
  const mayShare = assetCan.share(asset)
  const access = publicAccessOf(anyone.held)
  const summary =
    access !== 'none'
      ? t(`public.summary.${access}`)
      : mayShare
        ? t('public.summary.none', { count: peopleCount })
        : t('public.summary.noneSeen')

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
        onClose={close}
        onConfirm={confirm}
      />
    </Card>
  )
}
