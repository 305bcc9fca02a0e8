import { type HookFields, isSameHook } from '#/api/kpi/hooks/hook-fields.ts'
import { parseEndpoint } from './addresses.ts'

export type Format = 'json' | 'xml'

export interface HeaderRow {
  /** Tells rows apart while they are typed. */
  key: number
  name: string
  value: string
}

/** What is typed into the form of a service. */
export interface ServiceValues {
  name: string
  endpoint: string
  format: Format
  emails: boolean
  /** Whether all answers are sent, whatever `fields` says. */
  sendsAll: boolean
  /** Keys of columns. */
  fields: readonly string[]
  template: string
  headers: readonly HeaderRow[]
  hasAuth: boolean
  username: string
  /** A new one; `''` keeps the one on the server. */
  password: string
}

/** Fields that can have a problem. */
export type ServiceField = 'name' | 'endpoint' | 'fields' | 'template' | 'headers' | 'username' | 'password'

/** What can be wrong with a field, as a key of the catalogue below `form.problem`. */
export type ServiceProblem =
  | 'nameMissing'
  | 'nameTooLong'
  | 'endpointMissing'
  | 'endpointInvalid'
  | 'endpointTooLong'
  | 'fieldsMissing'
  | 'templateQuoted'
  | 'templateInvalid'
  | 'headerNameMissing'
  | 'headerNameInvalid'
  | 'headerNameTwice'
  | 'headerValueInvalid'
  | 'usernameMissing'
  | 'usernameColon'
  | 'passwordMissing'

/** The server's limits. */
const MAX_NAME = 255
const MAX_ENDPOINT = 500

/** Stands for the submission in a template. */
export const PLACEHOLDER = '%SUBMISSION%'
/** With quotes in it, so that a placeholder within quotes is noticed, which the server's own check accepts. */
const SAMPLE = '{"answer": "\\"yes\\""}'

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** What makes a template unusable: the server checks that it is JSON [1207], but not with a submission in it. */
function templateProblem(template: string): ServiceProblem | null {
  if (template.trim() === '' || isJson(template.replaceAll(PLACEHOLDER, SAMPLE))) return null
  return isJson(template.replaceAll(PLACEHOLDER, '{}')) ? 'templateQuoted' : 'templateInvalid'
}

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const HEADER_VALUE = /^[\x20-\x7E\xA0-\xFF]*$/

function headersProblem(rows: readonly HeaderRow[]): ServiceProblem | null {
  const filled = rows.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '')
  const names = filled.map(({ name }) => name.trim().toLowerCase())
  if (names.includes('')) return 'headerNameMissing'
  if (!names.every((name) => HEADER_NAME.test(name))) return 'headerNameInvalid'
  if (new Set(names).size < names.length) return 'headerNameTwice'
  return filled.every(({ value }) => HEADER_VALUE.test(value)) ? null : 'headerValueInvalid'
}

/** The problems of what is typed, by field. `hasPassword`: one is saved on the server. */
export function problemsOf(
  values: ServiceValues,
  { hasPassword }: { hasPassword: boolean },
): Partial<Record<ServiceField, ServiceProblem>> {
  const endpoint = values.endpoint.trim()
  const found: Record<ServiceField, ServiceProblem | null> = {
    name: values.name.trim() === '' ? 'nameMissing' : values.name.trim().length > MAX_NAME ? 'nameTooLong' : null,
    endpoint:
      endpoint === ''
        ? 'endpointMissing'
        : !parseEndpoint(endpoint)
          ? 'endpointInvalid'
          : endpoint.length > MAX_ENDPOINT
            ? 'endpointTooLong'
            : null,
    fields: !values.sendsAll && values.fields.length === 0 ? 'fieldsMissing' : null,
    template: values.format === 'json' ? templateProblem(values.template) : null,
    headers: headersProblem(values.headers),
    username: !values.hasAuth
      ? null
      : values.username === ''
        ? 'usernameMissing'
        : values.username.includes(':')
          ? 'usernameColon'
          : null,
    password: values.hasAuth && !hasPassword && values.password === '' ? 'passwordMissing' : null,
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null))
}

/** Whether a template sends nothing of the submission: allowed, but seldom meant. */
export const lacksPlaceholder = ({ format, template }: Pick<ServiceValues, 'format' | 'template'>) =>
  format === 'json' && template.trim() !== '' && !template.includes(PLACEHOLDER)

/**
 * The names by which the server picks fields. For JSON they are keys; for XML it looks for elements by name, so that a path
 * would find nothing (source of KPI, `strip_nodes`).
 */
export const toSubset = (format: Format, keys: readonly string[]): string[] =>
  format === 'json' ? [...keys] : [...new Set(keys.map((key) => key.split('/').at(-1) ?? key))]

/** The keys of columns that a stored subset means; names that no column has stay as they are. */
export const fromSubset = (subset: readonly string[], columnKeys: readonly string[]): string[] =>
  subset.map((name) => {
    if (columnKeys.includes(name) || name.includes('/')) return name
    const same = columnKeys.filter((key) => key.endsWith(`/${name}`))
    return same.length === 1 ? (same[0] ?? name) : name
  })

/** A new service: everything as JSON, no authentication, emails on failure, as KPI's own defaults. */
export const NEW_SERVICE: ServiceValues = {
  name: '',
  endpoint: '',
  format: 'json',
  emails: true,
  sendsAll: true,
  fields: [],
  template: '',
  headers: [],
  hasAuth: false,
  username: '',
  password: '',
}

/** The form of a service that exists. Its password is not in it. */
export const toValues = (fields: HookFields, columnKeys: readonly string[]): ServiceValues => ({
  name: fields.name,
  endpoint: fields.endpoint,
  format: fields.export_type === 'xml' ? 'xml' : 'json',
  emails: fields.email_notification,
  sendsAll: fields.subset_fields.length === 0,
  fields: fromSubset(fields.subset_fields, columnKeys),
  template: fields.payload_template,
  headers: Object.entries(fields.custom_headers).map(([name, value], key) => ({ key, name, value })),
  hasAuth: fields.auth_level === 'basic_auth',
  username: fields.username,
  password: '',
})

/** What is sent to the server. `active` is not in the form. */
export const toFields = (values: ServiceValues, active: boolean): HookFields => ({
  name: values.name.trim(),
  endpoint: values.endpoint.trim(),
  active,
  email_notification: values.emails,
  export_type: values.format,
  auth_level: values.hasAuth ? 'basic_auth' : 'no_auth',
  username: values.hasAuth ? values.username : '',
  custom_headers: Object.fromEntries(
    values.headers
      .map(({ name, value }) => [name.trim(), value.trim()] as const)
      .filter(([name, value]) => name !== '' || value !== ''),
  ),
  subset_fields: values.sendsAll ? [] : toSubset(values.format, values.fields),
  payload_template: values.format === 'json' ? values.template.trim() : '',
})

/** Whether two states of the form would be saved alike. */
export const isSameValues = (one: ServiceValues, other: ServiceValues) =>
  one.password === other.password && isSameHook(toFields(one, true), toFields(other, true))
