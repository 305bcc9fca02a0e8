import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { hasNewerVersion } from '#/api/kpi/assets/unpublished-changes.ts'
import { publishingNoteOf } from '#/api/kpi/publishing-notes/schema.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import type { Version } from '#/api/kpi/versions/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { BringBackDialog } from './BringBackDialog.tsx'
import { VersionNote } from './VersionNote.tsx'
import classes from './VersionHistory.module.css'

interface VersionHistoryProps {
  asset: Asset
  /** Where a version is compared with the saved form. */
  comparisonPath: (versionUid: string) => string
}

/** The deployed versions of a form, newest first, each with its note, and the saved form if it was not deployed. */
export function VersionHistory({ asset, comparisonPath }: VersionHistoryProps) {
  const { t } = useTranslation('deployment')
  const [showsAll, setShowsAll] = useState(false)
  const [asked, setAsked] = useState<Version | null>(null)
  const mayEdit = assetCan.edit(asset)
  // The project has the newest 100 [2372].
  const older = useQuery({ ...versionQueries.deployed(asset.uid), enabled: showsAll })
  const { count, results } = asset.deployed_versions
  const versions = older.data?.results ?? results
  const hidden = count - versions.length
  const isDraft = asset.deployed_version_id === null

  return (
    <>
      <p className={classes.intro}>{t('versions.intro')}</p>
      {versions.length === 0 && <EmptyState title={t('versions.none')}>{t('versions.noneText')}</EmptyState>}
      <ol className={classes.list} aria-label={t('versions.title')}>
        {!isDraft && hasNewerVersion(asset) && (
          <li className={classes.version}>
            <h2 className={classes.title}>{t('versions.saved')}</h2>
            <p className={classes.small}>{t('versions.savedText')}</p>
          </li>
        )}
        {versions.map((version) => (
          <VersionItem
            key={version.uid}
            asset={asset}
            version={version}
            mayEdit={mayEdit}
            comparison={comparisonPath(version.uid)}
            onBringBack={() => setAsked(version)}
          />
        ))}
      </ol>
      {older.isError && (
        <ErrorPanel
          kind={older.error.kind}
          title={t('versions.failed')}
          message={older.error.message}
          onRetry={() => void older.refetch()}
        />
      )}
      {hidden > 0 && !older.isError && (
        <p className={classes.more}>
          {t('versions.older', { count: hidden })}{' '}
          <Button variant="default" loading={older.isFetching} onClick={() => setShowsAll(true)}>
            {t('versions.showOlder')}
          </Button>
        </p>
      )}
      {asked && <BringBackDialog asset={asset} version={asked} onClosed={() => setAsked(null)} />}
    </>
  )
}

interface VersionItemProps {
  asset: Asset
  version: Version
  mayEdit: boolean
  comparison: string
  onBringBack: () => void
}

function VersionItem({ asset, version, mayEdit, comparison, onBringBack }: VersionItemProps) {
  const { t } = useTranslation('deployment')
  const format = useFormat()
  const isRunning = version.uid === asset.deployed_version_id
  const isSame = version.content_hash === asset.version__content_hash
  const number = version.version_number ?? ''
  const title = t('versions.version', { number })
  return (
    <li className={classes.version}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.small}>
        {version.date_deployed !== null && (
          <time dateTime={version.date_deployed}>
            {t('versions.deployedOn', { date: format.fullDateTime(version.date_deployed) })}
          </time>
        )}
        {isRunning && (
          <b>
            {' · '}
            {t(asset.deployment_status === 'archived' ? 'versions.archivedRunning' : 'versions.running')}
          </b>
        )}
        {!isRunning && isSame && ` · ${t('versions.current')}`}
      </p>
      <VersionNote
        key={publishingNoteOf(asset.settings, version.uid)}
        assetUid={asset.uid}
        versionUid={version.uid}
        number={number}
        note={publishingNoteOf(asset.settings, version.uid)}
        mayEdit={mayEdit}
      />
      {!isSame && (
        <div className={classes.actions}>
          <Button
            component={Link}
            to={comparison}
            variant="default"
            aria-label={t('versions.compareOf', { version: title })}
          >
            {t('versions.compare')}
          </Button>
          {mayEdit && (
            <Button variant="default" aria-label={t('versions.bringBackOf', { version: title })} onClick={onBringBack}>
              {t('versions.bringBack')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
