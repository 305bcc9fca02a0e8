import { Anchor, Button } from '@mantine/core'
import { IconAlertCircle, IconFile, IconLanguage, IconListDetails, IconTag, type TablerIcon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { dateDeployedOf } from '#/api/kpi/deployment/deployed-version.ts'
import { isAllPublished, type Unpublished } from '#/api/kpi/deployment/unpublished.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { languageChanges } from './language-changes.ts'
import classes from './Publishing.module.css'
import type { useRunningForm } from './use-running-form.ts'

interface RedeployConsequencesProps {
  asset: Asset
  unpublished: Unpublished
  reading: ReturnType<typeof useRunningForm>
  comparisonPath: string
  /** Called when the person goes to the comparison. */
  onLeave: () => void
}

/** What a redeploy would publish: questions, languages, the name, media files; and what could not be compared. */
export function RedeployConsequences(props: RedeployConsequencesProps) {
  const { asset, unpublished, reading } = props
  const { t } = useTranslation('deployment')
  const submissions = asset.deployment__submission_count
  if (reading.isPending)
    return (
      <>
        {unpublished.questions && <Questions {...props} />}
        <p role="status">{t('comparing')}</p>
      </>
    )
  if (isAllPublished(unpublished)) return <p>{t('nothing.text')}</p>
  return (
    <>
      <ul className={classes.list} aria-label={t('changes')}>
        {unpublished.questions && <Questions {...props} />}
        {unpublished.formerName && <Name name={asset.name} former={unpublished.formerName.text} />}
        <Files files={unpublished.files} />
        {unpublished.unread.length > 0 && <Unread {...props} />}
      </ul>
      <p>
        {submissions === null ? t('redeploy.sentStay') : t('redeploy.sentStayCount', { count: submissions })}{' '}
        {unpublished.questions && submissions !== 0 && t('redeploy.columns')}
      </p>
      <p className={classes.small}>{t('phones')}</p>
    </>
  )
}

function Item({ icon: Icon, children }: { icon: TablerIcon; children: ReactNode }) {
  return (
    <li className={classes.item}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <div>{children}</div>
    </li>
  )
}

function Questions({ asset, comparisonPath, onLeave }: RedeployConsequencesProps) {
  const { t } = useTranslation('deployment')
  const format = useFormat()
  const deployed = asset.deployed_version_id ?? ''
  // A version never changes: it is asked for once.
  const { data: running } = useQuery({ ...versionQueries.detail(asset.uid, deployed), enabled: deployed !== '' })
  const languages = running ? languageChanges(running.content.translations, asset.content.translations) : null
  const name = (language: string | null) => language ?? t('languages.unnamed')
  return (
    <>
      <Item icon={IconListDetails}>
        <p>
          {t('redeploy.questions', {
            date: format.date(dateDeployedOf(asset) ?? ''),
            questions: t('questions', { count: asset.summary.row_count ?? 0 }),
          })}
        </p>
        <Anchor component={Link} to={comparisonPath} onClick={onLeave}>
          {t('seeChanges')}
        </Anchor>
      </Item>
      {languages && (
        <Item icon={IconLanguage}>
          {languages.added.length > 0 && (
            <p>
              {t('languages.added', {
                count: languages.added.length,
                names: format.list(languages.added.map(name)),
              })}
            </p>
          )}
          {languages.removed.length > 0 && (
            <p>
              {t('languages.removed', {
                count: languages.removed.length,
                names: format.list(languages.removed.map(name)),
              })}
            </p>
          )}
          {languages.first !== undefined && <p>{t('languages.first', { name: name(languages.first) })}</p>}
        </Item>
      )}
    </>
  )
}

function Name({ name, former }: { name: string; former: string | null }) {
  const { t } = useTranslation('deployment')
  const components = { b: <b />, bdi: <bdi /> }
  return (
    <Item icon={IconTag}>
      <p>
        {former === null ? (
          <Trans t={t} i18nKey="name.to" values={{ name }} components={components} />
        ) : (
          <Trans t={t} i18nKey="name.fromTo" values={{ name, former }} components={components} />
        )}
      </p>
    </Item>
  )
}

function Files({ files }: Pick<Unpublished, 'files'>) {
  const { t } = useTranslation('deployment')
  const format = useFormat()
  const named = (change: Unpublished['files'][number]['change']) => {
    const names = files.filter((file) => file.change === change).map(({ filename }) => filename)
    return names.length > 0 && <p>{t(`files.${change}`, { count: names.length, names: format.list(names) })}</p>
  }
  if (files.length === 0) return null
  return (
    <Item icon={IconFile}>
      {named('added')}
      {named('replaced')}
      {named('removed')}
    </Item>
  )
}

/** What could not be compared with the running form, and why. */
function Unread({ unpublished: { unread }, reading: { problem, retry } }: RedeployConsequencesProps) {
  const { t } = useTranslation(['deployment', 'errors', 'common'])
  return (
    <Item icon={IconAlertCircle}>
      <p>
        {t(unread.includes('name') ? 'unread.nameAndFiles' : 'unread.files')}{' '}
        {problem === 'not-listed' ? t('unread.notListed') : problem && `${t(`errors:${problem.kind}.title`)}.`}
      </p>
      <p>{t('unread.redeploy')}</p>
      {problem !== 'not-listed' && (
        <Button variant="default" size="compact-sm" onClick={retry}>
          {t('common:action.retry')}
        </Button>
      )}
    </Item>
  )
}
