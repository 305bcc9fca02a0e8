import { recordAction } from '#/demo/history.ts'
import { bodyOf, isRecord, requireAsset } from '#/demo/permissions/access.ts'
import { submissionScope } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, FeatureRecord, SupplementRecord, SupplementVersion, VersionedValue } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, forbidden, json, notFound, serverError } from '#/demo/responses.ts'
import { uuidOf } from '#/demo/seed/random.ts'
import { newFeature, withParams } from '#/demo/supplements/features.ts'
import { rootUuidOf, supplementOf } from '#/demo/supplements/supplement-store.ts'
import { requireData, requireSubmission } from '#/demo/submissions/submission-access.ts'

const SCHEMA = '20250820'

/** @throws 404 for those who may not configure it [2067] */
function requireFeatures(call: Call, codename: 'view_submissions' | 'change_submissions'): AssetRecord {
  const asset = requireAsset(call)
  if (submissionScope(asset, call.username, codename) !== 'all') throw notFound()
  return asset
}

/**
 * The submission of a supplement.
 * @throws 404 with row rules, even for rows that one may see [2056]; 403 without the permission to write [2055]
 */
function requireRow(call: Call, codename: 'view_submissions' | 'change_submissions') {
  const asset = requireData(call)
  if (submissionScope(asset, call.username, 'view_submissions') !== 'all') throw notFound()
  if (submissionScope(asset, call.username, codename) !== 'all') throw forbidden()
  return { asset, submission: requireSubmission(call, asset).submission }
}

const isAllowed = ({ action, params }: FeatureRecord, { uuid, value, language }: Record<string, unknown>): boolean => {
  if (action !== 'manual_qual') return params.some((one) => 'language' in one && one.language === language)
  const question = params.find((one) => 'uuid' in one && one.uuid === uuid)
  if (!question || !('uuid' in question)) return false
  const isChoice = (one: unknown) => question.choices?.some((choice) => choice.uuid === one) ?? false
  switch (question.type) {
    case 'qualText':
      return typeof value === 'string'
    case 'qualInteger':
      return value === null || Number.isInteger(value)
    case 'qualSelectOne':
      return value === '' || isChoice(value)
    case 'qualSelectMultiple':
      return Array.isArray(value) && value.every(isChoice)
    case 'qualTags':
      return Array.isArray(value) && value.every((tag) => typeof tag === 'string')
    default:
      return false
  }
}

/** Adds one version, newest first; `verified` marks the newest one instead. */
function withVersion(before: VersionedValue | undefined, data: Record<string, unknown>, now: string): VersionedValue {
  const { verified, ...written } = data
  const [latest, ...older] = before?._versions ?? []
  const dates = { _dateCreated: before?._dateCreated ?? now, _dateModified: now }
  if (typeof verified === 'boolean') {
    if (!latest) throw badRequest({ detail: 'Invalid payload' })
    return { _versions: [{ ...latest, verified, ...(verified && { _dateVerified: now }) }, ...older], ...dates }
  }
  const isAnswer = 'uuid' in written
  const version: SupplementVersion = {
    _data: written,
    _dateCreated: now,
    _uuid: uuidOf(Math.random),
    ...(isAnswer ? { verified: false } : { _dateAccepted: now }),
  }
  return { _versions: [version, ...(before?._versions ?? [])], ...dates }
}

/** The supplement with one value written [2045, 2046, 2053]. */
function written(features: readonly FeatureRecord[], before: SupplementRecord, body: Record<string, unknown>) {
  if (body['_version'] !== SCHEMA) throw serverError()
  const now = new Date().toISOString().replace('Z', '000Z')
  const next: SupplementRecord = { ...before, _version: SCHEMA }
  for (const [path, actions] of Object.entries(body)) {
    if (path === '_version') continue
    const ofQuestion = features.filter((feature) => feature.question_xpath === path)
    if (ofQuestion.length === 0) {
      const isNone = features.length === 0 // [1531, 2049]
      throw badRequest({
        detail: isNone
          ? 'This action does not exist or is not configured for this question'
          : 'This question does not exist or is not configured for supplementary data',
      })
    }
    for (const [action, data] of Object.entries(isRecord(actions) ? actions : {})) {
      const feature = ofQuestion.find((one) => one.action === action && action.startsWith('manual_'))
      if (!feature) throw badRequest({ detail: 'This action does not exist or is not configured for this question' })
      if (!isRecord(data) || (!('verified' in data) && !isAllowed(feature, data)))
        throw badRequest({ detail: 'Invalid payload' }) // [2048]
      const known = typeof next[path] === 'object' ? next[path] : {}
      const values = known[action]
      const key = action === 'manual_qual' ? String(data.uuid) : String(data.language)
      const isOne = action === 'manual_transcription'
      const earlier = (isOne ? values : (values as Record<string, VersionedValue> | undefined)?.[key]) as
        VersionedValue | undefined
      const versioned = withVersion(earlier, data, now)
      next[path] = { ...known, [action]: isOne ? versioned : { ...(values as object), [key]: versioned } }
    }
  }
  return next
}

export const supplementResources: Resource[] = [
  resource('api/v2/assets/:uid/advanced-features/', {
    GET: (call) => json(requireFeatures(call, 'view_submissions').features ?? []), // [1358, 2044]
    POST: async (call) => {
      const body = await bodyOf(call)
      const asset = requireFeatures(call, 'change_submissions')
      const { features = [] } = asset
      const feature = newFeature(features, body)
      await call.db.saveAsset({ ...asset, features: [...features, feature] })
      return json(feature, 201)
    },
  }),

  resource('api/v2/assets/:uid/advanced-features/:feature/', {
    GET: (call) => json(featureOf(call, requireFeatures(call, 'view_submissions'))),
    PATCH: async (call) => {
      const { params } = await bodyOf(call)
      const asset = requireFeatures(call, 'change_submissions')
      const feature = withParams(featureOf(call, asset), params)
      const features = asset.features?.map((one) => (one.uid === feature.uid ? feature : one)) ?? []
      await call.db.saveAsset({ ...asset, features })
      return json({ ...feature, asset: 1 + call.db.assets().findIndex(({ uid }) => uid === asset.uid) })
    },
  }),

  resource('api/v2/assets/:uid/data/:id/supplement/', {
    GET: (call) => {
      const { asset, submission } = requireRow(call, 'view_submissions')
      return json(supplementOf(call.db, asset, rootUuidOf(submission)))
    },
    PATCH: async (call) => {
      const body = await bodyOf(call)
      const { asset, submission } = requireRow(call, 'change_submissions')
      const rootUuid = rootUuidOf(submission)
      const before = supplementOf(call.db, asset, rootUuid)
      const after = written(asset.features ?? [], before, body)
      if (JSON.stringify(after) !== JSON.stringify(before)) {
        await call.db.saveAsset({ ...asset, supplements: { ...asset.supplements, [rootUuid]: after } })
      }
      if (call.params.id !== rootUuid) throw serverError() // the value is written all the same [2054]
      const about = { submission: { root_uuid: rootUuid, submitted_by: submission['_submitted_by'] } }
      await recordAction(call, asset, 'modify-qa-data', about) // [2063]
      return json(after)
    },
  }),
]

function featureOf({ params }: Call, { features = [] }: AssetRecord): FeatureRecord {
  const feature = features.find(({ uid }) => uid === params.feature)
  if (!feature) throw notFound()
  return feature
}
