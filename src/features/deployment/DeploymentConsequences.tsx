import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { dateDeployedOf } from '#/api/kpi/deployment/deployed-version.ts'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useWhoCanSubmit } from './use-who-can-submit.ts'

/** Lists the consequences of an action, and how to undo it. */
export function DeploymentConsequences({ asset, action }: { asset: Asset; action: DeploymentAction }) {
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
          <p>{who}</p>
        </>
      )
  }

  function sentStay() {
    return submissions === null ? t('redeploy.sentStay') : t('redeploy.sentStayCount', { count: submissions })
  }
}
