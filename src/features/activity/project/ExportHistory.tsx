import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { walkHistory } from '#/api/kpi/history/queries.ts'
import type { HistoryEntry } from '#/api/kpi/history/schema.ts'
import type { HistorySearch } from '#/api/kpi/history/search.ts'
import { ExportLog } from '#/features/activity/log/ExportLog.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import type { Cell } from '#/lib/spreadsheet/cell.ts'
import { localTime } from '#/lib/time/local-time.ts'
import { detailsOf } from './details.ts'
import { actionName, personOf, sentenceOf } from './sentence.ts'

interface ExportHistoryProps {
  asset: Asset
  search: HistorySearch
  count: number
  versions: ReadonlyMap<string, string>
}

/** Saves all entries that match the filter, one per row, nothing folded. */
export function ExportHistory({ asset, search, count, versions }: ExportHistoryProps) {
  const { t } = useTranslation(['activity', 'sharing'])
  const format = useFormat()
  const client = useQueryClient()
  const rowOf = (entry: HistoryEntry): Cell[] => [
    { date: localTime(entry.date_created) },
    personOf(entry, t),
    actionName(entry.action, t),
    plain(sentenceOf([entry], { t, format, versions })),
    detailsOf(entry, t)
      .map(
        ({ name, values }) =>
          `${plain(name)}: ${values.map(({ caption, text }) => (caption ? `${caption}: ${plain(text)}` : plain(text))).join('; ')}`,
      )
      .join('\n'),
    entry.action,
    entry.metadata.ip_address ?? '',
    entry.metadata.source ?? '',
  ]
  return (
    <ExportLog
      count={count}
      name={`${t('activity:title')} ${asset.name}`}
      headers={(['time', 'person', 'what', 'sentence', 'details', 'action', 'address', 'source'] as const).map(
        (column) => t(`activity:export.column.${column}`),
      )}
      walk={(signal) => walkHistory(client, asset.uid, search, signal)}
      rowOf={rowOf}
    />
  )
}

/** Without the marks that isolate a text's direction, which a file would show. */
const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')
