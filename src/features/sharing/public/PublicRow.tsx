import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import classes from '#/features/sharing/parts/sharing.module.css'
import type { PublicCodename } from './public-access.ts'

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

/** A switch for one kind of public access, with what it means. */
export function PublicRow({ asset, codename, isOn, isPending, isLocked, onToggle }: PublicRowProps) {
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
