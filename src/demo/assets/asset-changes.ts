import { type Database, newUid } from '#/demo/database.ts'
import { isRecord } from '#/demo/permissions/access.ts'
import { LIBRARY_CODENAMES, OWNER_CODENAMES, permissionsOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, ContentSource } from '#/demo/records.ts'
import type { FormContent } from '#/lib/xlsform/form-content.ts'
import { badRequest, notFound } from '#/demo/responses.ts'
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

/** A new asset that only its owner can see. */
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
  const codenames = type === 'survey' ? OWNER_CODENAMES : LIBRARY_CODENAMES
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

/** POST `assets/`: creates an empty asset, one with content, or a copy of another [0400-0415]. */
export function createAsset(body: Body, { owner, db }: { owner: string; db: Database }): AssetRecord {
  const { name, clone_from: cloneFrom, clone_from_version_id: versionId } = body
  const settings = readSettings(body.settings)
  if (body.asset_type === undefined) throw badRequest({ asset_type: ['This field is required.'] })
  const type = typeof body.asset_type === 'string' ? body.asset_type : ''
  if (!TYPES.includes(type)) throw badRequest({ asset_type: [`"${type}" is not a valid choice.`] })
  const common = { owner, asset_type: type, ...(settings && { settings }) }

  if (cloneFrom === undefined) {
    const content = readContent(body.content) ?? completeContent({})
    return newAsset({ ...common, asset_type: effectiveType(type, content), name: readName(name), content })
  }
  const source = typeof cloneFrom === 'string' ? db.asset(cloneFrom) : undefined
  if (!source || !permissionsOf(source, owner).has('view_asset')) throw notFound() // [0413]
  const version = source.versions.find(({ uid }) => uid === versionId) ?? newestVersion(source)
  return newAsset({
    settings: source.settings,
    ...common,
    name: name === undefined ? source.name : readName(name),
    tag_string: source.tag_string,
    content: version.content,
  })
}

/** A block with one question is a question [0344]. */
const effectiveType = (type: string, { survey }: FormContent) =>
  type === 'block' && survey.length === 1 ? 'question' : type

/** PATCH `assets/<uid>/`: applies the known fields and ignores the others [0370-0388]. */
export function changeAsset(asset: AssetRecord, body: Body, username: string): AssetRecord {
  const { name, tag_string: tags, asset_type: type, date_created: created } = body
  const settings = readSettings(body.settings)
  const now = isoDate(Date.now())
  const nextName = name === undefined ? asset.name : readName(name)
  const content = readContent(body.content) ?? restoredContent(asset, body)
  const version = { uid: newUid('v'), at: now, ...(content && { content }) }
  const isSaved = content !== undefined || nextName !== asset.name
  const saved = isSaved ? saveVersion(asset, version) : asset
  // A new name with the same questions is also saved as a version.
  const next = saved === asset && nextName !== asset.name ? saveVersion(asset, { uid: version.uid, at: now }) : saved
  return {
    ...next,
    name: nextName,
    ...(settings && { settings: mergeSettings(asset.settings, settings) }),
    ...(typeof tags === 'string' && { tag_string: tags }),
    ...(typeof type === 'string' && { asset_type: type }), // KPI accepts this [0381]
    ...(typeof created === 'string' && { date_created: created }),
    date_modified: now,
    last_modified_by: username,
  }
}

/** The content of an earlier version, which is restored as a new version [0534]. */
function restoredContent(
  asset: AssetRecord,
  { clone_from: from, clone_from_version_id: versionId }: Body,
): ContentSource | undefined {
  if (from !== asset.uid) return undefined
  const version = asset.versions.find(({ uid }) => uid === versionId)
  if (!version) throw notFound()
  return version.content
}

function readName(value: unknown): string {
  const name = typeof value === 'string' ? value : ''
  if (name.length <= LONGEST_NAME) return name
  throw badRequest({ name: [`Ensure this field has no more than ${LONGEST_NAME} characters.`] }) // [0385]
}

/** Accepts an object, or JSON as text [0378, 0379]. */
function readContent(value: unknown): FormContent | undefined {
  if (value === undefined) return undefined
  const content = typeof value === 'string' ? parseJson(value, 'content') : value
  return completeContent(isRecord(content) ? content : {})
}

/** Accepts an object, or JSON as text; refuses anything else [2025]. Unknown keys are kept [2020]. */
function readSettings(value: unknown): Body | undefined {
  if (value === undefined) return undefined
  const settings = typeof value === 'string' ? parseJson(value, 'settings') : value
  if (!isRecord(settings)) throw unparsable('settings')
  return settings
}

function parseJson(text: string, field: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unparsable(field)
  }
}

const unparsable = (field: string) => badRequest({ [field]: ['Unable to parse JSON'] })

/**
 * Merges by key [0372]: a key can be set to `null`, but not removed [2021, 2023]. A single country becomes a list, and
 * the country codes follow from it [0371, 0373].
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
