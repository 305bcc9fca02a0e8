import { badRequest, serverFault } from '#/demo/answers.ts'
import type { AssetRecord, Filter, Grant } from '#/demo/records.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { isRecord } from './access.ts'
import { assignableCodenames } from './permission-answer.ts'
import { ANONYMOUS, completePartial, isCodename, isPartialCodename } from './permissions.ts'

type Body = Record<string, unknown>
type Partial = NonNullable<Grant['partial']>

/** What anyone may be allowed [0640]. */
const FOR_ANYONE = ['view_asset', 'view_submissions', 'add_submissions']

/**
 * What a POST asks to give, checked in KPI's order.
 * @throws 400 in KPI's words, as text or as a list as there [0602-h, 0615-0624, 0640]
 */
export function readAssignment(asset: AssetRecord, body: Body) {
  const missing = ['user', 'permission'].filter((field) => body[field] === undefined)
  if (missing.length > 0) {
    throw badRequest(Object.fromEntries(missing.map((field) => [field, ['This field is required.']])))
  }
  const username = lastPart(body.user)
  const codename = lastPart(body.permission)
  if (username !== ANONYMOUS && !DEMO_USERS.some((user) => user.username === username)) throw unknown('user')
  if (codename !== 'discover_asset' && !isCodename(codename)) throw unknown('permission')
  if (!assignableCodenames(asset.asset_type).includes(codename)) {
    throw badRequest({ permission: [`${codename} cannot be assigned explicitly to Asset objects of this type.`] })
  }
  if (username === asset.owner) throw badRequest({ user: "Owner's permissions cannot be assigned explicitly" })
  if (username === ANONYMOUS && !FOR_ANYONE.includes(codename)) {
    throw badRequest({ permission: `Anonymous users cannot be granted the permission ${codename}.` })
  }
  const partial = codename === 'partial_submissions' ? readPartial(body.partial_permissions) : undefined
  return { username, codename, ...(partial && { partial }) }
}

const unknown = (field: string) => badRequest({ [field]: ['Invalid hyperlink - Object does not exist.'] })

function readPartial(value: unknown): Partial {
  if (!Array.isArray(value) || value.length === 0) {
    throw badRequest({ partial_permissions: ["This field is required for the 'partial_submissions' permission"] })
  }
  const parts = value.filter(isRecord).map(({ url, filters }) => {
    const codename = lastPart(url)
    if (!isPartialCodename(codename)) throw badRequest({ partial_permissions: ['Invalid `url`'] })
    const given = Array.isArray(filters) ? filters.filter((one): one is Filter => isRecord(one)) : []
    if (given.length === 0) throw serverFault() // [2204]; what stands in them is not looked at [2201]
    return { codename, filters: given }
  })
  return completePartial(parts)
}

/** Users and permissions are named by URL, absolute or not [0635]. */
const lastPart = (url: unknown) =>
  typeof url === 'string' ? decodeURIComponent(url.replace(/\/+$/, '').split('/').at(-1) ?? '') : ''
