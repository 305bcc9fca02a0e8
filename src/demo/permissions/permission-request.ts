import type { AssetRecord, Filter, Grant } from '#/demo/records.ts'
import { badRequest, serverError } from '#/demo/responses.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { isRecord } from './access.ts'
import { assignableCodenames } from './permission-serializer.ts'
import { ANONYMOUS, completePartial, isCodename, isPartialCodename } from './permissions.ts'

type Body = Record<string, unknown>
type Partial = NonNullable<Grant['partial']>

/** Permissions that can be given to anonymous users [0640]. */
const ANONYMOUS_CODENAMES = ['view_asset', 'view_submissions', 'add_submissions']

/**
 * Reads the permission assignment in the body of a POST, with KPI's checks in KPI's order.
 * @throws 400 with KPI's message, a text or a list as KPI sends it [0602-h, 0615-0624, 0640]
 */
export function readAssignment(asset: AssetRecord, body: Body) {
  const missing = ['user', 'permission'].filter((field) => body[field] === undefined)
  if (missing.length > 0) {
    throw badRequest(Object.fromEntries(missing.map((field) => [field, ['This field is required.']])))
  }
  const username = lastSegment(body.user)
  const codename = lastSegment(body.permission)
  if (username !== ANONYMOUS && !DEMO_USERS.some((user) => user.username === username)) throw unknownObject('user')
  if (codename !== 'discover_asset' && !isCodename(codename)) throw unknownObject('permission')
  if (!assignableCodenames(asset.asset_type).includes(codename)) {
    throw badRequest({ permission: [`${codename} cannot be assigned explicitly to Asset objects of this type.`] })
  }
  if (username === asset.owner) throw badRequest({ user: "Owner's permissions cannot be assigned explicitly" })
  if (username === ANONYMOUS && !ANONYMOUS_CODENAMES.includes(codename)) {
    throw badRequest({ permission: `Anonymous users cannot be granted the permission ${codename}.` })
  }
  const partial = codename === 'partial_submissions' ? readPartial(body.partial_permissions) : undefined
  return { username, codename, ...(partial && { partial }) }
}

const unknownObject = (field: string) => badRequest({ [field]: ['Invalid hyperlink - Object does not exist.'] })

function readPartial(value: unknown): Partial {
  if (!Array.isArray(value) || value.length === 0) {
    throw badRequest({ partial_permissions: ["This field is required for the 'partial_submissions' permission"] })
  }
  const parts = value.filter(isRecord).map(({ url, filters }) => {
    const codename = lastSegment(url)
    if (!isPartialCodename(codename)) throw badRequest({ partial_permissions: ['Invalid `url`'] })
    const filterList = Array.isArray(filters) ? filters.filter((one): one is Filter => isRecord(one)) : []
    if (filterList.length === 0) throw serverError() // [2204]; the content of the filters is not checked [2201]
    return { codename, filters: filterList }
  })
  return completePartial(parts)
}

/** Users and permissions are given as URLs, absolute or relative [0635]. */
const lastSegment = (url: unknown) =>
  typeof url === 'string' ? decodeURIComponent(url.replace(/\/+$/, '').split('/').at(-1) ?? '') : ''
