import type { TFunction } from 'i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { isAction } from '#/api/kpi/history/actions.ts'
import type { HistoryEntry } from '#/api/kpi/history/schema.ts'
import { type Codename, isCodename } from '#/api/kpi/permissions/codenames.ts'
import { roleOf } from '#/api/kpi/permissions/roles.ts'
import type { Format } from '#/i18n/use-format.ts'
import { isolate } from '#/lib/bidi.ts'
import type { Fold } from './fold-entries.ts'

const ANONYMOUS = 'AnonymousUser'
const KNOWN_SETTINGS = [
  'sector',
  'country',
  'country_codes',
  'description',
  'organization',
  'collects_pii',
  'operational_purpose',
  'data-table',
  'fieldboard-notes',
] as const
const STATUSES = ['Approved', 'Not Approved', 'On Hold', 'None'] as const

export type ActivityT = TFunction<['activity', 'sharing']>

export interface SentenceContext {
  t: ActivityT
  format: Pick<Format, 'list'>
  /** The number of a version by its uid, of those that the project names. */
  versions: ReadonlyMap<string, string>
}

/** The numbers of the versions that a project names: the newest 100 deployed ones [2372]. */
export const versionNumbers = ({ deployed_versions: { results } }: Pick<Asset, 'deployed_versions'>) =>
  new Map(results.flatMap(({ uid, version_number: number }) => (number ? [[uid, number] as const] : [])))

/** Who did it, as in a sentence. */
export function personOf({ username, metadata: { submission } }: HistoryEntry, t: ActivityT): string {
  if (submission?.data_collector_name) return submission.data_collector_name
  if (username === null) return t('activity:deletedAccount')
  return username === ANONYMOUS ? t('activity:nobody') : username
}

const isOneOf = <Text extends string>(texts: readonly Text[], text: string): text is Text =>
  (texts as readonly string[]).includes(text)

/** The name of a setting of a project; of others the server's name. */
export const settingName = (key: string, t: ActivityT) =>
  isOneOf(KNOWN_SETTINGS, key) ? t(`activity:setting.${key}`) : isolate(key)

/** The name of a permission; of unknown ones the server's name. */
export const permissionName = (codename: string, t: ActivityT) =>
  isCodename(codename) ? t(`sharing:permission.${codename}`) : isolate(codename)

/** The name of an action in lists; of unknown ones the server's name. */
export const actionName = (action: string, t: ActivityT) => (isAction(action) ? t(`activity:label.${action}`) : action)

/** A sentence of what happened. Unknown actions are named as the server does. */
export function sentenceOf(fold: Fold, context: SentenceContext): string {
  const [entry] = fold
  const { t, versions } = context
  const { action, metadata } = entry
  const count = fold.length
  const person = isolate(personOf(entry, t))
  const named = (text: string | undefined) => (text ? isolate(text) : t('activity:unnamed'))
  if (!isAction(action)) return t('activity:says.unknown', { person, action: isolate(action) })

  switch (action) {
    case 'deploy':
    case 'redeploy': {
      const version = versions.get(metadata.latest_deployed_version_uid ?? '')
      return version === undefined
        ? t(`activity:says.${action}`, { person })
        : t(`activity:says.${action}-version`, { person, version })
    }
    case 'update-name':
      return t('activity:says.update-name', { person, old: named(metadata.name?.old), new: named(metadata.name?.new) })
    case 'update-settings': {
      const fields = Object.keys(metadata.settings ?? {}).map((key) => settingName(key, t))
      return t('activity:says.update-settings', { person, fields: context.format.list(fields) })
    }
    case 'add-media':
    case 'delete-media':
      return t(`activity:says.${action}`, { person, file: named(metadata['asset-file']?.filename) })
    case 'modify-user-permissions':
      return accessSentence(entry, person, context)
    case 'clone-permissions':
      return t('activity:says.clone-permissions', { person, source: named(metadata.cloned_from) })
    case 'transfer':
      return t('activity:says.transfer', { person, recipient: named(metadata.username) })
    case 'register-service':
    case 'modify-service':
    case 'delete-service':
      return t(`activity:says.${action}`, { person, endpoint: named(metadata.hook?.endpoint) })
    case 'connect-project':
    case 'modify-imported-fields':
    case 'disconnect-project':
      return t(`activity:says.${action}`, { person, source: named(metadata['paired-data']?.source_name) })
    case 'modify-submission': {
      const status = metadata.submission?.status
      if (status === undefined) return t('activity:says.modify-submission', { person, count })
      const name = isOneOf(STATUSES, status) ? t(`activity:status.${status}`) : isolate(status)
      return t('activity:says.set-status', { person, count, status: name })
    }
    case 'add-submission':
    case 'delete-submission':
    case 'view-data':
    case 'export':
    case 'modify-qa-data':
    case 'modify-automatic-qa-data':
    case 'verify-manual-qa-data':
    case 'unverify-manual-qa-data':
    case 'verify-automatic-qa-data':
    case 'unverify-automatic-qa-data':
      return t(`activity:says.${action}`, { person, count })
    default:
      return t(`activity:says.${action}`, { person })
  }
}

/**
 * The log has only the difference. Whoever got "view form" had nothing before, and whoever lost it has nothing after, as
 * all permissions but "add submissions" imply it [0602].
 */
function accessSentence({ username, metadata }: HistoryEntry, person: string, { t, format }: SentenceContext): string {
  const { username: name = '', added = [], removed = [] } = metadata.permissions ?? {}
  const other = name === ANONYMOUS ? t('activity:nobody') : isolate(name)
  const names = (codenames: readonly string[]) =>
    format.list([...new Set(codenames)].map((codename) => permissionName(codename, t)))
  if (removed.includes('view_asset'))
    return t(`activity:says.access-${name === username ? 'left' : 'ended'}`, { person, other })
  if (added.length === 0 && removed.length === 0) return t('activity:says.modify-user-permissions', { person, other })
  if (removed.length === 0) {
    const role = added.includes('view_asset')
      ? roleOf(new Set(added.filter(isCodename) satisfies Codename[]))
      : 'custom'
    return role === 'custom'
      ? t('activity:says.access-added', { person, other, added: names(added) })
      : t('activity:says.access-role', { person, other, role: t(`sharing:role.${role}`) })
  }
  if (added.length === 0) return t('activity:says.access-removed', { person, other, removed: names(removed) })
  return t('activity:says.access-changed', { person, other, added: names(added), removed: names(removed) })
}
