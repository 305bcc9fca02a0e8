import { isRecord } from '#/demo/permissions/access.ts'
import { hashOf } from '#/demo/seed/random.ts'
import { openRosaError } from './responses.ts'
import { parseXml, type XmlElement, XmlError } from '#/lib/xml.ts'

/** A file that was sent with a submission. */
interface SubmittedFile {
  name: string
  type: string
  /** Hash of the content. */
  digest: string
}

/** The body of a request that sends a submission. */
export interface SubmittedForm {
  isJson: boolean
  formId: string
  root: XmlElement
  /** Hash of the XML or JSON. */
  digest: string
  files: SubmittedFile[]
}

/**
 * Reads the body of POST `/submission`: multipart with XML and files [2080], or JSON [2096].
 * @throws 400 for anything else [0805, 2099]
 */
export async function readSubmittedForm(request: Request): Promise<SubmittedForm> {
  const isJson = /json/.test(request.headers.get('Content-Type') ?? '')
  return isJson ? readJson(await request.json()) : readForm(await request.formData())
}

function readJson(body: unknown): SubmittedForm {
  const { id, submission } = isRecord(body) ? body : {}
  if (!isRecord(submission)) throw openRosaError(400, 'No submission key provided.', true)
  const formId = typeof id === 'string' ? id : ''
  const [root] = elementsOf(formId, submission)
  if (!root) throw openRosaError(400, 'Improperly formatted XML.', true)
  return { isJson: true, formId, root, digest: digestOf(JSON.stringify(submission)), files: [] }
}

/** Converts JSON to XML elements like KPI: a list of objects is a repeat, any other list several choices [2097]. */
function elementsOf(name: string, value: unknown): XmlElement[] {
  if (Array.isArray(value) && value.some(isRecord)) return value.flatMap((entry) => elementsOf(name, entry))
  const children = isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => elementsOf(key, inner)) : []
  const text = Array.isArray(value) ? value.map(textOf).join(' ') : textOf(value)
  return [{ name, attributes: {}, children, text }]
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

async function readForm(form: FormData): Promise<SubmittedForm> {
  const entries = [...form].flatMap(([field, value]) => (typeof value === 'string' ? [] : [{ field, file: value }]))
  const xml = await entries.find(({ field }) => field === 'xml_submission_file')?.file.text()
  if (xml === undefined) throw openRosaError(400, 'Improperly formatted XML.', false)
  const others = entries.filter(({ field }) => field !== 'xml_submission_file')
  const files = await Promise.all(
    others.map(async ({ file }): Promise<SubmittedFile> => {
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
    if (error instanceof XmlError) throw openRosaError(400, 'Improperly formatted XML.', false)
    throw error
  }
}

const digestOf = (text: string) => [1, 2, 3].map((basis) => hashOf(text, basis).toString(16)).join('-')
