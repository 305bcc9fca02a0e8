import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { connectionOf } from '#/api/client.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { submittersOf } from '#/api/kpi/deployment/submitters.ts'

/** A sentence about who can submit, as far as the current user may know it. */
export function useWhoCanSubmit(asset: Asset): string {
  const { t } = useTranslation('deployment')
  const you = connectionOf(useQueryClient())?.username
  if (!assetCan.share(asset)) return t('who.unknown')
  const { usernames, anyone } = submittersOf(asset.permissions)
  if (anyone) return t('who.anyone')
  const isOnlyYou = usernames.length === 1 && usernames[0] === you
  return isOnlyYou ? t('who.onlyYou') : t('who.people', { count: usernames.length })
}
