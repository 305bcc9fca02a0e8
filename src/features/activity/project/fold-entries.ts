import type { HistoryEntry } from '#/api/kpi/history/schema.ts'

/** Entries that are shown as one, newest first; most are alone. */
export type Fold = readonly [HistoryEntry, ...HistoryEntry[]]

/** Actions that the server writes down once for each submission or each request. */
const FOLDABLE = new Set([
  'view-data',
  'export',
  'add-submission',
  'modify-submission',
  'delete-submission',
  'modify-qa-data',
  'modify-automatic-qa-data',
  'verify-manual-qa-data',
  'unverify-manual-qa-data',
  'verify-automatic-qa-data',
  'unverify-automatic-qa-data',
])

/** What the entries of a fold have in common. */
const keyOf = ({ action, username, metadata: { submission } }: HistoryEntry) =>
  JSON.stringify([action, username, submission?.status, submission?.data_collector_name])

/** Folds runs of the same action by the same person, whatever their addresses. Others interrupt a run. */
export function foldEntries(entries: readonly HistoryEntry[]): Fold[] {
  const folds: [HistoryEntry, ...HistoryEntry[]][] = []
  for (const entry of entries) {
    const last = folds.at(-1)
    if (last && FOLDABLE.has(entry.action) && keyOf(last[0]) === keyOf(entry)) last.push(entry)
    else folds.push([entry])
  }
  return folds
}
