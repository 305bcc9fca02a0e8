import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { connectionOf } from '#/api/client.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { dateDeployed } from '#/api/kpi/deployment/deployed-version.ts'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { submittersOf } from '#/api/kpi/deployment/submitters.ts'
import { useFormat } from '#/i18n/use-format.ts'

/** What an action brings about: for whom, how much of it, and how it is undone. */
export function Consequences({ asset, action }: { asset: Asset; action: DeploymentAction }) {
  const { t } = useTranslation('deployment')
  const format = useFormat()
  const you = connectionOf(useQueryClient())?.username
  const questions = t('questions', { count: asset.summary.row_count ?? 0 })
  const submissions = asset.deployment__submission_count
  const changes = unpublishedChanges(asset)
  const date = format.date(dateDeployed(asset) ?? '')

  switch (action) {
    case 'deploy':
      return (
        <>
          <p>{t('deploy.goesLive', { questions })}</p>
          <p>{whoMaySubmit()}</p>
          <p>{t('deploy.undo')}</p>
        </>
      )
    case 'redeploy':
      if (changes === 'none')
        return (
          <>
            <p>{t('redeploy.again')}</p>
            <p>{sentStay()}</p>
          </>
        )
      if (changes === 'name')
        return (
          <>
            <p>{t('redeploy.name')}</p>
            <p>
              <b>
                <bdi>{asset.name}</bdi>
              </b>
            </p>
            <p>{sentStay()}</p>
          </>
        )
      return (
        <>
          <p>{t('redeploy.questions', { date, questions })}</p>
          <p>
            {sentStay()} {submissions !== 0 && t('redeploy.columns')}
          </p>
        </>
      )
    case 'archive':
      return (
        <>
          <p>{t('archive.stops')}</p>
          <p>{submissions === null ? t('archive.readable') : t('archive.readableCount', { count: submissions })}</p>
          <p>{t('archive.undo')}</p>
        </>
      )
    case 'unarchive':
      return (
        <>
          <p>{t('unarchive.starts', { date })}</p>
          {changes !== 'none' && <p>{t('unarchive.notPublished')}</p>}
          <p>{whoMaySubmit()}</p>
        </>
      )
  }

  function whoMaySubmit() {
    if (!assetCan.share(asset)) return t('who.unknown')
    const { usernames, anyone } = submittersOf(asset.permissions)
    if (anyone) return t('who.anyone')
    const isOnlyYou = usernames.length === 1 && usernames[0] === you
    return isOnlyYou ? t('who.onlyYou') : t('who.people', { count: usernames.length })
  }

  function sentStay() {
    return submissions === null ? t('redeploy.sentStay') : t('redeploy.sentStayCount', { count: submissions })
  }
}
