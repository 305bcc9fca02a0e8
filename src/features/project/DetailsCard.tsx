import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { projectContextOf } from '#/api/kpi/assets/project-context.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import { languagesOf, questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Card } from '#/ui/Card.tsx'
import { RelativeTime } from '#/ui/RelativeTime.tsx'
import classes from './DetailsCard.module.css'

interface DetailsCardProps {
  asset: Asset
  isOwn: boolean
  /** Wraps the number of users in a link to the Sharing page. */
  linkToSharing: (text: string) => ReactNode
}

/** The details of a project. */
export function DetailsCard({ asset, isOwn, linkToSharing }: DetailsCardProps) {
  const { t } = useTranslation('project')
  const format = useFormat()
  const { settings } = asset
  const owner = <bdi>{asset.owner__username}</bdi>
  const access = summarizeAccess(asset.permissions, asset.owner__username)
  const languages = languagesOf(asset.content).map((language) => language ?? t('details.unnamedLanguage'))
  const [deployed] = asset.deployed_versions.results
  const { sector, countries } = projectContextOf(settings)

  return (
    <Card title={t('details.title')}>
      <dl className={classes.details}>
        <Detail name={t('details.owner')}>
          {isOwn ? <Trans t={t} i18nKey="details.ownerYou" components={{ owner }} /> : owner}
        </Detail>
        <Detail name={t('details.access')}>
          {linkToSharing(t('details.people', { count: access.others + 1 }))}
          {access.public !== 'none' && <span className={classes.public}>{t('details.public')}</span>}
        </Detail>
        <Detail name={t('details.questions')}>{format.list(describeQuestions(asset, t))}</Detail>
        {languages.length > 0 && (
          <Detail name={t('details.languages')}>
            <bdi>{format.list(languages)}</bdi>
          </Detail>
        )}
        {deployed?.date_deployed && (
          <Detail name={t('details.deployed')}>
            {t('details.deployedVersion', {
              date: format.date(deployed.date_deployed),
              version: deployed.version_number ?? asset.deployed_versions.count,
            })}
          </Detail>
        )}
        <Detail name={t('details.modified')}>
          <RelativeTime iso={asset.date_modified} />
        </Detail>
        <Detail name={t('details.created')}>{format.date(asset.date_created)}</Detail>
        {sector && (
          <Detail name={t('details.sector')}>
            <bdi>{sector}</bdi>
          </Detail>
        )}
        {countries.length > 0 && (
          <Detail name={t('details.country', { count: countries.length })}>
            <bdi>{format.list(countries)}</bdi>
          </Detail>
        )}
        {settings.description && (
          <Detail name={t('details.description')}>
            <bdi>{settings.description}</bdi>
          </Detail>
        )}
      </dl>
    </Card>
  )
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.detail}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function describeQuestions(
  { content, summary }: Asset,
  t: ReturnType<typeof useTranslation<'project'>>['t'],
): string[] {
  const questions = questionsOf(content)
  const groups = new Map(questions.flatMap((question) => question.groups).map((group) => [group.path, group.isRepeat]))
  const repeats = [...groups.values()].filter(Boolean).length
  return [
    t('details.questionCount', { count: summary.row_count ?? questions.length }),
    ...(groups.size > repeats ? [t('details.groupCount', { count: groups.size - repeats })] : []),
    ...(repeats > 0 ? [t('details.repeatCount', { count: repeats })] : []),
  ]
}
