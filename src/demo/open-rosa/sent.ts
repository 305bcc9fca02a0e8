import { isRecord } from '#/demo/permissions/access.ts'
import { hashOf } from '#/demo/seed/random.ts'
import { openRosaFault } from './answers.ts'
import { parseXml, type XmlElement, XmlFault } from './xml.ts'

/** A file that came along. */
interface SentFile {
  name: string
  type: string
  /** The same for the same content. */
  digest: string
}

/** A submission as a device, or a program, sends it. */
export interface Sent {
  isJson: boolean
  formId: string
  root: XmlElement
  /** The same for what was sent in the same words. */
  digest: string
  files: SentFile[]
}

/**
 * The body of POST `/submission`: multipart with the XML and files [2080], or JSON [2096].
 * @throws 400 for what is neither [0805, 2099]
 */
export async function readSent(request: Request): Promise<Sent> {
  const isJson = /json/.test(request.headers.get('Content-Type') ?? '')
  return isJson ? readJson(await request.json()) : readForm(await request.formData())
}

function readJson(body: unknown): Sent {
  const { id, submission } = isRecord(body) ? body : {}
  if (!isRecord(submission)) throw openRosaFault(400, 'No submission key provided.', true)
  const formId = typeof id === 'string' ? id : ''
  const [root] = elementsOf(formId, submission)
  if (!root) throw openRosaFault(400, 'Improperly formatted XML.', true)
  return { isJson: true, formId, root, digest: digestOf(JSON.stringify(submission)), files: [] }
}

/** JSON as the XML that KPI makes of it: lists of objects are repeats, other lists several choices [2097]. */
function elementsOf(name: string, value: unknown): XmlElement[] {
  if (Array.isArray(value) && value.some(isRecord)) return value.flatMap((entry) => elementsOf(name, entry))
  const children = isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => elementsOf(key, inner)) : []
  const text = Array.isArray(value) ? value.map(textOf).join(' ') : textOf(value)
  return [{ name, attributes: {}, children, text }]
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

async function readForm(form: FormData): Promise<Sent> {
  const entries = [...form].flatMap(([field, value]) => (typeof value === 'string' ? [] : [{ field, file: value }]))
  const xml = await entries.find(({ field }) => field === 'xml_submission_file')?.file.text()
  if (xml === undefined) throw openRosaFault(400, 'Improperly formatted XML.', false)
  const others = entries.filter(({ field }) => field !== 'xml_submission_file')
  const files = await Promise.all(
    others.map(async ({ file }): Promise<SentFile> => {
      const bytes = new TextDecoder('latin1').decode(await file.arrayBuffer())
      return { name: file.name, type: file.type, digest: digestOf(bytes) }
    }),
  )
  const root = rootOf(xml)
  return { isJson: false, formId: root.attributes.id ?? '', root, digest: digestOf(xml), files }
}

function rootOf(xml: string): XmlElement {
  try {
    return parseXml(xml)
  } catch (error) {
    if (error instanceof XmlFault) throw openRosaFault(400, 'Improperly formatted XML.', false)
    throw error
  }
}

const digestOf = (text: string) => [1, 2, 3].map((basis) => hashOf(text, basis).toString(16)).join('-')
