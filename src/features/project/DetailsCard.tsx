import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { contextOf } from '#/api/kpi/assets/project-context.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { languagesOf, questionsOf } from '#/api/kpi/form/questions.ts'
import { summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Card } from '#/ui/Card.tsx'
import classes from './DetailsCard.module.css'

interface DetailsCardProps {
  asset: Asset
  isOwn: boolean
  /** Wraps the number of people in a link to Sharing. */
  linkToSharing: (text: string) => ReactNode
}

/** What a project is, in a few lines. */
export function DetailsCard({ asset, isOwn, linkToSharing }: DetailsCardProps) {
  const { t } = useTranslation('project')
  const format = useFormat()
  const { settings } = asset
  const access = summarizeAccess(asset.permissions, asset.owner__username)
  const languages = languagesOf(asset.content).map((language) => language ?? t('details.unnamedLanguage'))
  const [deployed] = asset.deployed_versions.results
  const { sector, countries } = contextOf(settings)
  const context = [sector, format.list(countries)].filter(Boolean).join(' · ')

  return (
    <Card title={t('details.title')}>
      <dl className={classes.details}>
        <Detail name={t('details.owner')}>
          <bdi>{asset.owner__username}</bdi> {isOwn && t('details.you')}
        </Detail>
        <Detail name={t('details.access')}>
          {linkToSharing(t('details.people', { count: access.others + 1 }))}
          {access.public !== 'none' && <span className={classes.public}>{t('details.public')}</span>}
        </Detail>
        <Detail name={t('details.questions')}>{describeQuestions(asset, t)}</Detail>
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
        <Detail name={t('details.modified')}>{format.dateTime(asset.date_modified)}</Detail>
        <Detail name={t('details.created')}>{format.date(asset.date_created)}</Detail>
        {context && (
          <Detail name={t('details.context')}>
            <bdi>{context}</bdi>
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

function describeQuestions({ content, summary }: Asset, t: ReturnType<typeof useTranslation<'project'>>['t']): string {
  const questions = questionsOf(content)
  const groups = new Map(questions.flatMap((question) => question.groups).map((group) => [group.path, group.isRepeat]))
  const repeats = [...groups.values()].filter(Boolean).length
  return [
    t('details.questionCount', { count: summary.row_count ?? questions.length }),
    ...(groups.size > repeats ? [t('details.groupCount', { count: groups.size - repeats })] : []),
    ...(repeats > 0 ? [t('details.repeatCount', { count: repeats })] : []),
  ].join(', ')
}
