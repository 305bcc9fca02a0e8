/** A part of an answer that has a shape of its own, wherever it comes: an asset in a list, in a deployment. */
export interface Part {
  family: string
  value: unknown
}

type Body = Record<string, unknown>
const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

const asset = '/api/v2/assets/[A-Za-z0-9]{20,}'

/** The answers that are looked into, by method and path. */
const SPLITTERS: [pattern: RegExp, split: (body: unknown) => Part[]][] = [
  [/^GET \/token\/$/, whole('token')],
  [/^GET \/me\/$/, whole('me')],
  [/^GET \/api\/v2\/environment\/$/, whole('environment')],
  [/^GET \/api\/v2\/users\/[^/]+\/$/, whole('user')],
  [/^GET \/api\/v2\/permissions\/$/, page('permission')],
  [/^GET \/api\/v2\/permissions\/\w+\/$/, whole('permission')],
  [/^GET \/api\/v2\/assets\/$/, page('asset in list')],
  [/^GET \/api\/v2\/assets\/counts\/$/, whole('asset counts')],
  [/^POST \/api\/v2\/assets\/$/, assetParts],
  [new RegExp(`^(GET|PATCH) ${asset}/$`), assetParts],
  [new RegExp(`^GET ${asset}/counts/$`), whole('counts')],
  [new RegExp(`^(GET|POST|PATCH) ${asset}/deployment/$`), deploymentParts],
  [new RegExp(`^GET ${asset}/history/$`), page('history entry')],
  [new RegExp(`^GET ${asset}/history/actions/$`), whole('history actions')],
  [new RegExp(`^GET ${asset}/versions/$`), page('version')],
  [new RegExp(`^GET ${asset}/versions/\\w+/$`), whole('version with content')],
  [new RegExp(`^(GET|POST) ${asset}/permission-assignments/(bulk/)?$`), items('permission assignment')],
  [new RegExp(`^GET ${asset}/permission-assignments/\\w+/$`), items('permission assignment')],
  [new RegExp(`^GET ${asset}/data/$`), submissionPage],
  [new RegExp(`^GET ${asset}/data/[0-9a-f-]+/$`), (body) => [submissionPart(body)]],
  [new RegExp(`^POST ${asset}/data/\\d+/duplicate/$`), (body) => [submissionPart(body)]],
  [new RegExp(`^(GET|PATCH) ${asset}/data/\\d+/validation_status/$`), whole('validation status')],
  [new RegExp(`^(PATCH|DELETE) ${asset}/data/validation_statuses/$`), whole('count of changes')],
  [/^POST \/api\/v2\/imports\/$/, whole('started import')],
  [/^GET \/api\/v2\/imports\/\w+\/$/, importParts],
]

/** Splits a good answer; nothing where the demo does not answer such a request. */
export const partsOf = (method: string, path: string, body: unknown): Part[] =>
  SPLITTERS.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1](body) ?? []

function whole(family: string) {
  return (value: unknown): Part[] => [{ family, value }]
}

function items(family: string) {
  return (body: unknown) => (Array.isArray(body) ? listIn(body) : [body]).map((value): Part => ({ family, value }))
}

function page(family: string) {
  return (body: unknown): Part[] => {
    if (!isBody(body)) return []
    const { results, ...envelope } = body
    return [{ family: 'page', value: envelope }, ...items(family)(listIn(results))]
  }
}

/** Assets differ by type: library items go without what belongs to data. */
function assetParts(body: unknown): Part[] {
  if (!isBody(body)) return []
  const { permissions, deployed_versions: versions, ...rest } = body
  return [
    { family: rest.asset_type === 'survey' ? 'asset' : 'library item', value: rest },
    ...items('permission assignment')(listIn(permissions)),
    ...page('version')(versions),
  ]
}

function deploymentParts(body: unknown): Part[] {
  if (!isBody(body)) return []
  const { asset: inner, ...rest } = body
  return [{ family: 'deployment', value: rest }, ...assetParts(inner)]
}

function submissionPage(body: unknown): Part[] {
  const [envelope, ...submissions] = page('submission')(body)
  return envelope ? [envelope, ...submissions.map(({ value }) => submissionPart(value))] : []
}

/** The answers depend on the form: only what KPI adds is looked at. Fewer keys come where `fields` were asked for. */
function submissionPart(body: unknown): Part {
  const own = isBody(body) ? Object.entries(body).filter(([key]) => /^(_|meta\/|formhub\/)/.test(key)) : []
  const isWhole = own.some(([key]) => key === '_submission_time')
  return { family: isWhole ? 'submission' : 'fields of a submission', value: Object.fromEntries(own) }
}

function importParts(body: unknown): Part[] {
  if (!isBody(body)) return []
  const messages = isBody(body.messages) ? Object.keys(body.messages)[0] : undefined
  return [{ family: `import ${String(body.status)} ${messages ?? ''}`, value: body }]
}
