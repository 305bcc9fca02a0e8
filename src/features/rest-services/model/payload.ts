import { escapeXml, parseXml, type XmlElement } from '#/lib/xml.ts'
import { shownAddress } from './addresses.ts'
import { type Format, PLACEHOLDER } from './service-form.ts'

/** What of a service decides what is sent. */
export interface PayloadOptions {
  export_type: string
  subset_fields: readonly string[]
  payload_template: string
}

/** Whether the server takes a key of a submission for a field: the whole path, or any part of it by its name alone. */
const isTaken = (key: string, field: string) => (field.includes('/') ? key === field : key.split('/').includes(field))

/** The keys of a submission that a subset leaves. */
function pickFields(row: Readonly<Record<string, unknown>>, subset: readonly string[]): Record<string, unknown> {
  if (subset.length === 0) return { ...row }
  const entries = Object.entries(row)
  return Object.fromEntries(subset.flatMap((field) => entries.filter(([key]) => isTaken(key, field))))
}

/**
 * The body that a JSON service gets of a submission. `null`: the subset leaves nothing, and the server sends nothing but
 * notes a failure [2395].
 */
export function jsonPayload(row: Readonly<Record<string, unknown>>, options: PayloadOptions): unknown {
  const picked = pickFields(row, options.subset_fields)
  const { payload_template: template } = options
  if (template !== '') return JSON.parse(template.replaceAll(PLACEHOLDER, () => JSON.stringify(picked))) as unknown
  return Object.keys(picked).length === 0 ? null : picked
}

/** The elements of a name with what is in them, and what is around them. */
function strip(element: XmlElement, names: readonly string[]): XmlElement | null {
  if (names.includes(element.name)) return element
  const children = element.children.flatMap((child) => strip(child, names) ?? [])
  return children.length > 0 ? { ...element, children, text: '' } : null
}

const write = ({ name, attributes, children, text }: XmlElement): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const inner = children.length > 0 ? children.map(write).join('') : escapeXml(text)
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`
}

/** The body that an XML service gets of a submission. @throws XmlError */
export function xmlPayload(xml: string, { subset_fields: subset }: Pick<PayloadOptions, 'subset_fields'>): string {
  if (subset.length === 0) return xml
  const root = parseXml(xml)
  return write(strip(root, subset) ?? { ...root, children: [], text: '' })
}

const SECRET = /auth|key|token|secret|cookie|passw|signature/i
/** Stands for what is never shown. */
const MASK = '…'

export interface RequestOptions {
  uid: string
  endpoint: string
  export_type: string
  auth_level: string
  username: string
  custom_headers: Readonly<Record<string, string>>
}

/** The headers of the request that the other side gets, with secrets masked, in the order in which they override. */
export function shownHeaders(service: RequestOptions): (readonly [name: string, value: string])[] {
  const headers = new Map<string, readonly [string, string]>()
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value])
  set('Content-Type', service.export_type === 'xml' ? 'application/xml' : 'application/json')
  for (const [name, value] of Object.entries(service.custom_headers)) set(name, SECRET.test(name) ? MASK : value)
  set('User-Agent', `KoboToolbox external service #${service.uid}`)
  if (service.auth_level === 'basic_auth') set('Authorization', `Basic ${MASK}`)
  return [...headers.values()]
}

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The request as a command for a terminal. Secrets are left out: `…` is to be replaced by hand. */
export function curlCommand(service: RequestOptions, body: string): string {
  const headers = shownHeaders(service).filter(([name]) => name !== 'User-Agent' && name !== 'Authorization')
  const own = Object.keys(service.custom_headers).find((name) => name.toLowerCase() === 'authorization')
  const isBasic = service.auth_level === 'basic_auth'
  return [
    `curl -X POST ${quoted(shownAddress(service.endpoint))}`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(!isBasic && own !== undefined ? [`-H ${quoted(`${own}: ${MASK}`)}`] : []),
    ...(isBasic ? [`-u ${quoted(`${service.username}:${MASK}`)}`] : []),
    `--data-raw ${quoted(body)}`,
  ].join(' \\\n  ')
}

/** A body for reading: JSON with line breaks, XML as it is. */
export const bodyText = (format: Format, body: unknown) =>
  format === 'json' ? JSON.stringify(body, null, 2) : String(body)
