import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { dateDeployedOf } from '#/api/kpi/deployment/deployed-version.ts'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useWhoCanSubmit } from './use-who-can-submit.ts'

/** Lists the consequences of an action, and how to undo it. Those of a redeploy are compared first. */
export function DeploymentConsequences({
  asset,
  action,
}: {
  asset: Asset
  action: Exclude<DeploymentAction, 'redeploy'>
}) {
  const { t } = useTranslation('deployment')
  const format = useFormat()
  const who = useWhoCanSubmit(asset)
  const questions = t('questions', { count: asset.summary.row_count ?? 0 })
  const submissions = asset.deployment__submission_count
  const changes = unpublishedChanges(asset)
  const date = format.date(dateDeployedOf(asset) ?? '')

  switch (action) {
    case 'deploy':
      return (
        <>
          <p>{t('deploy.goesLive', { questions })}</p>
          <p>{who}</p>
          <p>{t('deploy.undo')}</p>
        </>
      )
    case 'archive':
      return (
        <>
          <p>{t('archive.stops')}</p>
          <p>{t('archive.field')}</p>
          <p>{submissions === null ? t('archive.readable') : t('archive.readableCount', { count: submissions })}</p>
          <p>{t('archive.undo')}</p>
        </>
      )
    case 'unarchive':
      return (
        <>
          <p>{t('unarchive.starts', { date })}</p>
          <p>{t('unarchive.kept')}</p>
          {changes !== 'none' && <p>{t('unarchive.notPublished')}</p>}
          <p>{who}</p>
        </>
      )
  }
}
