import { requireUser } from '#/demo/authentication.ts'
import { accessLogOf } from '#/demo/access-log.ts'
import { deploymentStatus } from '#/demo/assets/asset-serializer.ts'
import { currentContent } from '#/demo/assets/content.ts'
import type { Database } from '#/demo/database.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { forbidden, json, pageOf } from '#/demo/responses.ts'
import { hashOf } from '#/demo/seed/random.ts'
import { submissionRefs } from '#/demo/submissions/submission-store.ts'
import { ensureOrganization } from './organizations.ts'

const NO_NLP = { total_nlp_asr_seconds: 0, total_nlp_mt_characters: 0, total_nlp_llm_requests: 0 }
const FILES = new Set(['image', 'audio', 'video', 'file'])

/** The current period is the month, as on a server without billing [0143]. */
function periodOf(now: Date) {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  return { start: new Date(Date.UTC(year, month, 1)), end: new Date(Date.UTC(year, month + 1, 1)) }
}

/** Usage of a project; the size of its files is invented. */
function usageOf(db: Database, asset: AssetRecord) {
  const times = submissionRefs(db, asset.uid).map(({ time }) => time)
  const start = periodOf(new Date()).start.getTime()
  const files = currentContent(asset).survey.filter(({ type }) => FILES.has(String(type))).length
  return {
    all: times.length,
    current: times.filter((time) => time >= start).length,
    bytes: times.length * files * (180_000 + (hashOf(asset.uid) % 90_000)),
  }
}

const owned = ({ db, username }: Call) => db.assets().filter(({ owner }) => owner === requireUser(username))

function serializeUsage({ db, url }: Call, asset: AssetRecord) {
  const { all, current, bytes } = usageOf(db, asset)
  return {
    asset: `${url.origin}/api/v2/assets/${asset.uid}/`,
    asset__name: asset.name,
    nlp_usage_current_period: NO_NLP,
    nlp_usage_all_time: NO_NLP,
    storage_bytes: bytes,
    submission_count_current_period: current,
    submission_count_all_time: all,
  }
}

/** The account's usage, without limits: billing is off [0143]. */
async function serviceUsage(call: Call) {
  await ensureOrganization(call)
  const usages = owned(call).map((asset) => usageOf(call.db, asset))
  const sum = (part: 'all' | 'current' | 'bytes') => usages.reduce((total, usage) => total + usage[part], 0)
  const { start, end } = periodOf(new Date())
  const offset = (date: Date) => date.toISOString().replace(/\.\d+Z$/, '+00:00')
  return json({
    total_nlp_usage: {
      asr_seconds_current_period: 0,
      mt_characters_current_period: 0,
      llm_requests_current_period: 0,
      asr_seconds_all_time: 0,
      mt_characters_all_time: 0,
      llm_requests_all_time: 0,
    },
    total_storage_bytes: sum('bytes'),
    total_submission_count: { all_time: sum('all'), current_period: sum('current') },
    balances: { submission: null, storage_bytes: null, asr_seconds: null, mt_characters: null, llm_requests: null },
    current_period_start: offset(start),
    current_period_end: offset(end),
    last_updated: offset(new Date()),
  })
}

const STATUSES = ['deployed', 'draft', 'archived']

/** Projects only, the deployed ones first, or by name [0141]. */
function organizationProjects(call: Call) {
  const ordering = call.url.searchParams.get('ordering') ?? ''
  const direction = ordering.startsWith('-') ? -1 : 1
  const rank = (asset: AssetRecord) => STATUSES.indexOf(deploymentStatus(asset) ?? '')
  const projects = owned(call)
    .filter(({ asset_type: type }) => type === 'survey')
    .toSorted((a, b) =>
      /^-?name$/.test(ordering) ? direction * (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) : rank(a) - rank(b),
    )
  return json(
    pageOf(call.url, projects, (asset) => ({
      ...serializeUsage(call, asset),
      deployment_status: deploymentStatus(asset),
    })),
  )
}

/** What an account uses, and what was done with its key. */
export const usageResources: Resource[] = [
  resource('api/v2/service_usage/', { GET: serviceUsage }),
  resource('api/v2/asset_usage/', {
    GET: (call) => json(pageOf(call.url, owned(call), (asset) => serializeUsage(call, asset))),
  }),
  resource('api/v2/organizations/:organization/service_usage/', { GET: serviceUsage }),
  resource('api/v2/organizations/:organization/asset_usage/', { GET: organizationProjects }),
  resource('api/v2/access-logs/me/', {
    GET: (call) => {
      const username = requireUser(call.username)
      return json(pageOf(call.url, accessLogOf(username, call.db.today(), call.url.origin)))
    },
  }),
  resource('api/v2/access-logs/', {
    // For administrators [1349]; the demo has none.
    GET: ({ username }) => {
      requireUser(username)
      throw forbidden()
    },
  }),
]
