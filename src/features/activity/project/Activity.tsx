import { IconInfoCircle } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { lastSegment } from '#/api/addresses.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { historyQueries } from '#/api/kpi/history/queries.ts'
import { joinLogPages } from '#/api/log-pages.ts'
import { LogList } from '#/features/activity/log/LogList.tsx'
import logClasses from '#/features/activity/log/Log.module.css'
import { TextPage } from '#/ui/TextPage.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { ActivityFilters } from './ActivityFilters.tsx'
import { EntryItem } from './EntryItem.tsx'
import { ExportHistory } from './ExportHistory.tsx'
import { foldEntries } from './fold-entries.ts'
import { versionNumbers } from './sentence.ts'
import { useActivityFilter } from './use-activity-filter.ts'

/** Who changed what in a project, for those who manage it. */
export function Activity({ asset }: { asset: Asset }) {
  const { t } = useTranslation('activity')
  // The server refuses others [0365, 2007].
  if (!assetCan.share(asset))
    return (
      <TextPage>
        <Note hue="petrol" icon={IconInfoCircle} title={t('closed.title')}>
          <p>{t('closed.text', { owner: asset.owner__username })}</p>
        </Note>
      </TextPage>
    )
  return <ActivityLog asset={asset} />
}

function ActivityLog({ asset }: { asset: Asset }) {
  const { t } = useTranslation('activity')
  const client = useQueryClient()
  const { filter, search, isFiltered, change } = useActivityFilter()
  const options = historyQueries.entries(asset.uid, search)
  const entries = useInfiniteQuery(options)
  const actions = useQuery(historyQueries.actions(asset.uid))
  const log = useMemo(() => joinLogPages(entries.data?.pages ?? []), [entries.data])
  const folds = useMemo(() => foldEntries(log.results), [log])
  const versions = useMemo(() => versionNumbers(asset), [asset])
  const people = useMemo(
    () =>
      [
        ...new Set([
          asset.owner__username,
          ...asset.permissions.map(({ user }) => lastSegment(user)),
          ...log.results.flatMap(({ username }) => username ?? []),
        ]),
      ].toSorted(),
    [asset, log],
  )

  return (
    <TextPage>
      <p className={logClasses.intro}>{t('intro')}</p>
      <ActivityFilters
        filter={filter}
        isFiltered={isFiltered}
        actions={actions.data}
        people={people}
        onChange={change}
      />
      <LogList
        log={log}
        query={entries}
        onRefresh={() => {
          void client.resetQueries({ queryKey: options.queryKey, exact: true })
          void actions.refetch()
        }}
        actions={<ExportHistory asset={asset} search={search} count={log.count} versions={versions} />}
        isNoneShown={folds.length === 0}
        empty={
          isFiltered ? (
            <EmptyState title={t('none.title')}>{filter.person !== '' && t('none.person')}</EmptyState>
          ) : (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          )
        }
      >
        {folds.map((fold, index) => (
          <EntryItem key={index} fold={fold} versions={versions} />
        ))}
      </LogList>
    </TextPage>
  )
}
