import { badRequest, notFound } from '#/demo/answers.ts'
import { type Database, newUid } from '#/demo/database.ts'
import { isRecord } from '#/demo/permissions/access.ts'
import { heldBy, LIBRARY_CODENAMES, OWNERS_CODENAMES } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, ContentSource, FormContent } from '#/demo/records.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { completeContent } from '#/demo/xlsform/complete-content.ts'
import { newestVersion } from './content.ts'
import { saveVersion } from './versions.ts'

type Body = Record<string, unknown>

const TYPES = ['survey', 'question', 'block', 'template', 'collection']
const LONGEST_NAME = 255
const NO_SETTINGS = { sector: {}, country: [], description: '', organization: '', country_codes: [] }

export interface NewAsset {
  uid?: string
  owner: string
  name: string
  asset_type: string
  content: ContentSource
  settings?: Body
  tag_string?: string
}

/** A project of somebody's own that nobody else sees. */
export function newAsset({
  uid = newUid('a'),
  owner,
  name,
  asset_type: type,
  content,
  settings = {},
  tag_string: tags = '',
}: NewAsset): AssetRecord {
  const now = isoDate(Date.now())
  const codenames = type === 'survey' ? OWNERS_CODENAMES : LIBRARY_CODENAMES
  return {
    uid,
    name,
    owner,
    asset_type: type,
    settings: type === 'survey' ? mergeSettings(NO_SETTINGS, settings) : settings,
    tag_string: tags,
    date_created: now,
    date_modified: now,
    date_deployed: null,
    deployed_version_id: null,
    active: false,
    versions: [{ uid: newUid('v'), content, date_modified: now, date_deployed: null }],
    grants: codenames.map((codename) => ({ uid: newUid('p'), username: owner, codename })),
    last_modified_by: owner,
    created_by: owner,
  }
}

/** POST `assets/`: from nothing, from content, or as a copy of another [0400-0415]. */
export function createAsset(body: Body, { owner, db }: { owner: string; db: Database }): AssetRecord {
  const { name, clone_from: cloneFrom, clone_from_version_id: versionId } = body
  const settings = settingsIn(body.settings)
  if (body.asset_type === undefined) throw badRequest({ asset_type: ['This field is required.'] })
  const type = typeof body.asset_type === 'string' ? body.asset_type : ''
  if (!TYPES.includes(type)) throw badRequest({ asset_type: [`"${type}" is not a valid choice.`] })
  const fresh = { owner, asset_type: type, ...(settings && { settings }) }

  if (cloneFrom === undefined) {
    const content = contentIn(body.content) ?? completeContent({})
    return newAsset({ ...fresh, asset_type: adjusted(type, content), name: nameIn(name), content })
  }
  const source = typeof cloneFrom === 'string' ? db.asset(cloneFrom) : undefined
  if (!source || !heldBy(source, owner).has('view_asset')) throw notFound() // [0413]
  const version = source.versions.find(({ uid }) => uid === versionId) ?? newestVersion(source)
  return newAsset({
    settings: source.settings,
    ...fresh,
    name: name === undefined ? source.name : nameIn(name),
    tag_string: source.tag_string,
    content: version.content,
  })
}

/** A block with one question is a question [0344]. */
const adjusted = (type: string, { survey }: FormContent) =>
  type === 'block' && survey.length === 1 ? 'question' : type

/** PATCH `assets/<uid>/`: takes what it knows and ignores the rest [0370-0388]. */
export function changeAsset(asset: AssetRecord, body: Body, username: string): AssetRecord {
  const { name, tag_string: tags, asset_type: type, date_created: created } = body
  const settings = settingsIn(body.settings)
  const now = isoDate(Date.now())
  const nextName = name === undefined ? asset.name : nameIn(name)
  const content = contentIn(body.content) ?? restored(asset, body)
  const version = { uid: newUid('v'), at: now, ...(content && { content }) }
  const isSaved = content !== undefined || nextName !== asset.name
  const saved = isSaved ? saveVersion(asset, version) : asset
  // Another name along with the same questions is still a version of its own.
  const next = saved === asset && nextName !== asset.name ? saveVersion(asset, { uid: version.uid, at: now }) : saved
  return {
    ...next,
    name: nextName,
    ...(settings && { settings: mergeSettings(asset.settings, settings) }),
    ...(typeof tags === 'string' && { tag_string: tags }),
    ...(typeof type === 'string' && { asset_type: type }), // KPI takes this over [0381]
    ...(typeof created === 'string' && { date_created: created }),
    date_modified: now,
    last_modified_by: username,
  }
}

/** Goes back to an earlier version, as a new one [0534]. */
function restored(
  asset: AssetRecord,
  { clone_from: from, clone_from_version_id: versionId }: Body,
): ContentSource | undefined {
  if (from !== asset.uid) return undefined
  const version = asset.versions.find(({ uid }) => uid === versionId)
  if (!version) throw notFound()
  return version.content
}

function nameIn(value: unknown): string {
  const name = typeof value === 'string' ? value : ''
  if (name.length <= LONGEST_NAME) return name
  throw badRequest({ name: [`Ensure this field has no more than ${LONGEST_NAME} characters.`] }) // [0385]
}

/** An object, or JSON as text [0378, 0379]. */
function contentIn(value: unknown): FormContent | undefined {
  if (value === undefined) return undefined
  const content = typeof value === 'string' ? parsed(value, 'content') : value
  return completeContent(isRecord(content) ? content : {})
}

/** An object, or JSON as text; anything else is refused [2025]. Keys of one's own are kept as they are [2020]. */
function settingsIn(value: unknown): Body | undefined {
  if (value === undefined) return undefined
  const settings = typeof value === 'string' ? parsed(value, 'settings') : value
  if (!isRecord(settings)) throw unreadable('settings')
  return settings
}

function parsed(text: string, field: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(field)
  }
}

const unreadable = (field: string) => badRequest({ [field]: ['Unable to parse JSON'] })

/**
 * Merged by key [0372], so that a key can be set to `null`, but never removed [2021, 2023]; one country becomes a list,
 * codes follow from it [0371, 0373].
 */
function mergeSettings(settings: Body, changes: Body): Body {
  const merged: Body = { ...settings, ...changes }
  const { country, sector } = merged
  const countries = Array.isArray(country) ? country : isRecord(country) ? [country] : []
  return {
    ...merged,
    sector: sector ?? {},
    country: countries,
    country_codes: countries.filter(isRecord).map(({ value }) => value),
  }
}
