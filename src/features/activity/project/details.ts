import type { HistoryEntry } from '#/api/kpi/history/schema.ts'
import { isAction } from '#/api/kpi/history/actions.ts'
import { type ActivityT, permissionName, settingName } from './sentence.ts'

/** A line of the details of an entry: a name, and texts each with a caption or without. */
export interface Detail {
  name: string
  values: { caption?: string; text: string }[]
}

/** What all entries have; the rest is about the action. */
const COMMON = new Set(['source', 'ip_address', 'asset_uid', 'log_subtype', 'project_owner'])

/** A value as it can be read: texts and names as they are, the rest as JSON. */
function readable(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.length > 0 && value.every(hasLabel))
    return value.map(({ label }) => label).join(', ')
  if (hasLabel(value)) return value.label
  return JSON.stringify(value, null, 2)
}

const hasLabel = (value: unknown): value is { label: string } =>
  typeof value === 'object' && value !== null && 'label' in value && typeof value.label === 'string'

/** What an entry says beyond its sentence: old and new values whole. */
export function detailsOf({ action, metadata }: HistoryEntry, t: ActivityT): Detail[] {
  const line = (name: string, text: string | undefined): Detail[] => (text ? [{ name, values: [{ text }] }] : [])
  const listed = (added: readonly string[], removed: readonly string[]): Detail[] => [
    ...line(t('activity:detail.added'), added.join(', ')),
    ...line(t('activity:detail.removed'), removed.join(', ')),
  ]
  const { settings, submission, permissions, hook, shared_fields: shared } = metadata
  const details: Detail[] = []
  for (const [key, change] of Object.entries(settings ?? {})) {
    const values = (['old', 'new', 'removed', 'added'] as const).flatMap((part) =>
      part in change ? [{ caption: t(`activity:detail.${CAPTION[part]}`), text: readable(change[part]) }] : [],
    )
    details.push({ name: settingName(key, t), values })
  }
  if (permissions) {
    const names = (codenames: readonly string[]) =>
      [...new Set(codenames)].map((codename) => permissionName(codename, t))
    details.push(...listed(names(permissions.added), names(permissions.removed)))
  }
  if (shared) details.push(...listed(shared.added, shared.removed))
  if (hook?.active !== undefined && action !== 'delete-service')
    details.push(
      ...line(t('activity:detail.state'), t(hook.active ? 'activity:detail.active' : 'activity:detail.paused')),
    )
  details.push(...line(t('activity:detail.questions'), metadata['paired-data']?.fields.join(', ')))
  details.push(...line(t('activity:detail.submission'), submission?.root_uuid))
  if (submission?.submitted_by !== undefined && action !== 'add-submission')
    details.push(...line(t('activity:detail.sentBy'), submission.submitted_by))
  details.push(
    ...line(t('activity:detail.version'), metadata.latest_deployed_version_uid ?? metadata.latest_version_uid),
  )
  if (!isAction(action)) {
    const own = Object.fromEntries(
      Object.entries(metadata).filter(([key, value]) => !COMMON.has(key) && value !== undefined),
    )
    if (Object.keys(own).length > 0) details.push(...line(t('activity:detail.raw'), JSON.stringify(own, null, 2)))
  }
  return details
}

const CAPTION = { old: 'before', new: 'after', removed: 'removed', added: 'added' } as const
