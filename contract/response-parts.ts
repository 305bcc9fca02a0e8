/** A part of a response body with a shape of its own, such as an asset in a list or in a deployment. */
export interface Part {
  family: string
  value: unknown
}

type Body = Record<string, unknown>
const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

const asset = '/api/v2/assets/[A-Za-z0-9]{20,}'

/** How to split the bodies of successful responses, by method and path. */
const SPLITTERS: [pattern: RegExp, split: (body: unknown) => Part[]][] = [
  [/^GET \/token\/$/, wholeBody('token')],
  [/^(GET|PATCH) \/me\/$/, wholeBody('me')],
  [/^GET \/api\/v2\/organizations\/$/, page('organization')],
  [/^GET \/api\/v2\/organizations\/\w+\/$/, wholeBody('organization')],
  [/^GET \/api\/v2\/organizations\/\w+\/members\/$/, page('organization member')],
  [/^GET \/api\/v2\/organizations\/\w+\/invites\/$/, page('organization invite')],
  [/^POST \/api\/v2\/organizations\/\w+\/invites\/$/, items('organization invite')],
  [/^(GET|PATCH) \/api\/v2\/organizations\/\w+\/invites\/[0-9a-f-]+\/$/, wholeBody('organization invite')],
  [/^GET \/api\/v2\/project-views\/$/, page('project view')],
  [/^GET \/api\/v2\/project-views\/\w+\/assets\/$/, page('project in a view')],
  [/^GET \/api\/v2\/environment\/$/, wholeBody('environment')],
  [/^GET \/api\/v2\/users\/[^/]+\/$/, wholeBody('user')],
  [/^GET \/api\/v2\/permissions\/$/, page('permission')],
  [/^GET \/api\/v2\/permissions\/\w+\/$/, wholeBody('permission')],
  [/^GET \/api\/v2\/assets\/$/, page('asset in list')],
  [/^GET \/api\/v2\/assets\/counts\/$/, wholeBody('asset counts')],
  [/^POST \/api\/v2\/assets\/$/, assetParts],
  [new RegExp(`^(GET|PATCH) ${asset}/$`), assetParts],
  [new RegExp(`^GET ${asset}/counts/$`), wholeBody('counts')],
  [new RegExp(`^(GET|POST|PATCH) ${asset}/deployment/$`), deploymentParts],
  [new RegExp(`^GET ${asset}/history/$`), page('history entry')],
  [new RegExp(`^GET ${asset}/history/actions/$`), wholeBody('history actions')],
  [new RegExp(`^GET ${asset}/versions/$`), page('version')],
  [new RegExp(`^GET ${asset}/versions/\\w+/$`), wholeBody('version with content')],
  [new RegExp(`^(GET|POST) ${asset}/permission-assignments/(bulk/)?$`), items('permission assignment')],
  [new RegExp(`^GET ${asset}/permission-assignments/\\w+/$`), items('permission assignment')],
  [new RegExp(`^GET ${asset}/data/$`), submissionPage],
  [new RegExp(`^GET ${asset}/data/[0-9a-f-]+/$`), (body) => [submissionPart(body)]],
  [new RegExp(`^POST ${asset}/data/\\d+/duplicate/$`), (body) => [submissionPart(body)]],
  [new RegExp(`^(GET|PATCH) ${asset}/data/\\d+/validation_status/$`), wholeBody('validation status')],
  [new RegExp(`^(PATCH|DELETE) ${asset}/data/validation_statuses/$`), wholeBody('count of changes')],
  [/^POST \/api\/v2\/imports\/$/, wholeBody('started import')],
  [/^GET \/api\/v2\/imports\/\w+\/$/, importParts],
]

/** Splits the body of a successful response into parts; empty if the demo has no such endpoint. */
export const partsOf = (method: string, path: string, body: unknown): Part[] =>
  SPLITTERS.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1](body) ?? []

function wholeBody(family: string) {
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

/** Splits an asset. Library items have their own shape, without the keys about submissions. */
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

/**
 * The keys of a submission that KPI adds; answers depend on the form and are left out. With `fields` there are fewer
 * keys.
 */
function submissionPart(body: unknown): Part {
  const metadata = isBody(body) ? Object.entries(body).filter(([key]) => /^(_|meta\/|formhub\/)/.test(key)) : []
  const isComplete = metadata.some(([key]) => key === '_submission_time')
  return { family: isComplete ? 'submission' : 'fields of a submission', value: Object.fromEntries(metadata) }
}

function importParts(body: unknown): Part[] {
  if (!isBody(body)) return []
  const messages = isBody(body.messages) ? Object.keys(body.messages)[0] : undefined
  return [{ family: `import ${String(body.status)} ${messages ?? ''}`, value: body }]
}
