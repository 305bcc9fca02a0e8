import type * as z from 'zod/mini'
import { Asset, AssetCounts, AssetListItem, SubmissionCounts } from '#/api/assets/schema.ts'
import { Deployment } from '#/api/deployment/schema.ts'
import { ImportTask, StartedImport } from '#/api/imports/schema.ts'
import { Page } from '#/api/pagination.ts'
import { PermissionAssignment, PermissionAssignments } from '#/api/permissions/schema.ts'
import { Me, TokenAnswer } from '#/api/session/schema.ts'
import { Submission, ValidationStatus } from '#/api/submissions/schema.ts'
import { User } from '#/api/users/schema.ts'
import { Version } from '#/api/versions/schema.ts'

interface Endpoint {
  methods: readonly string[]
  path: RegExp
  schema: z.ZodMiniType
}

const asset = '/api/v2/assets/[A-Za-z0-9]{20,}'
const endpoint = (methods: string, path: string, schema: z.ZodMiniType): Endpoint => ({
  methods: methods.split(' '),
  path: new RegExp(`^${path}$`),
  schema,
})

/** The endpoints that the app asks, and what it relies on in their answers. */
const ENDPOINTS: readonly Endpoint[] = [
  endpoint('GET', '/token/', TokenAnswer),
  endpoint('GET PATCH', '/me/', Me),
  endpoint('GET', '/api/v2/users/[^/]+/', User),
  endpoint('GET', '/api/v2/assets/', Page(AssetListItem)),
  endpoint('POST', '/api/v2/assets/', Asset),
  endpoint('GET', '/api/v2/assets/counts/', AssetCounts),
  endpoint('GET PATCH PUT', `${asset}/`, Asset),
  endpoint('GET', `${asset}/counts/`, SubmissionCounts),
  endpoint('GET POST PATCH', `${asset}/deployment/`, Deployment),
  endpoint('GET', `${asset}/versions/`, Page(Version)),
  endpoint('GET', `${asset}/permission-assignments/`, PermissionAssignments),
  endpoint('POST', `${asset}/permission-assignments/`, PermissionAssignment),
  endpoint('POST', '/api/v2/imports/', StartedImport),
  endpoint('GET', '/api/v2/imports/[A-Za-z0-9]{20,}/', ImportTask),
  endpoint('GET', `${asset}/data/`, Page(Submission)),
  endpoint('GET', `${asset}/data/[0-9a-f-]+/`, Submission),
  endpoint('PATCH', `${asset}/data/\\d+/validation_status/`, ValidationStatus),
]

/** The schema that a request's answer must have; `undefined` for what the app does not ask. */
export const schemaFor = (method: string, path: string) =>
  ENDPOINTS.find((known) => known.methods.includes(method) && known.path.test(path))?.schema
