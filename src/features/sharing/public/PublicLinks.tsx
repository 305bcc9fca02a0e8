import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { connectionOf } from '#/api/client.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { webFormUrl } from '#/api/kpi/deployment/offered-actions.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import classes from '#/features/sharing/parts/sharing.module.css'
import { CopyButton } from '#/ui/CopyButton.tsx'

interface PublicLinksProps {
  asset: Asset
  /** The access of AnonymousUser. */
  anyone: Access
}

/** The links that anyone can open: KoboToolbox's page of the project, and the web form. */
export function PublicLinks({ asset, anyone }: PublicLinksProps) {
  const { t } = useTranslation('sharing')
  const connection = connectionOf(useQueryClient())
  // Behind a proxy, the server is known to others by its own address.
  const server = connection?.knownAs?.[0] ?? connection?.server
  const projectUrl =
    anyone.held.has('view_asset') && server !== undefined ? `${server}/#/forms/${asset.uid}` : undefined
  const formUrl = anyone.held.has('add_submissions') ? webFormUrl(asset) : undefined
  if (projectUrl === undefined && formUrl === undefined) return null
  return (
    <div className={classes.links}>
      {projectUrl !== undefined && <CopyButton text={projectUrl} label={t('public.copyLink')} />}
      {formUrl !== undefined && <CopyButton text={formUrl} label={t('public.copyWebForm')} />}
    </div>
  )
}
