/** An XML element. Namespace prefixes stay in the names. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** The text is not well-formed XML. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const TOKEN = new RegExp(
  [
    /<!\[CDATA\[(?<data>[\s\S]*?)\]\]>/,
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>/,
    /<\/(?<closing>[^\s<>/]+)\s*>/,
    /<(?<opening>[^\s<>/!?]+)(?<attributes>(?:\s+[^\s=<>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>/,
    /(?<text>[^<]+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
)

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Parses the part of XML that devices send, and servers answer. `DOMParser` needs a Trusted Type.
 * @throws XmlError if the text is not well-formed, or contains control characters
 */
export function parseXml(xml: string): XmlElement {
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  if (Array.from(xml).some(isControl)) throw new XmlError('a control character')
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < xml.length;) {
    const token = TOKEN.exec(xml)?.groups
    const current = open.at(-1)
    if (!token || !current) throw new XmlError('not well-formed')
    const { data, closing, opening, attributes = '', empty, text } = token
    if (opening !== undefined) {
      const element = { name: opening, attributes: attributesOf(attributes), children: [], text: '' }
      current.children.push(element)
      if (empty === '') open.push(element)
    } else if (closing !== undefined) {
      if (open.length === 1 || current.name !== closing) throw new XmlError(`</${closing}> closes nothing`)
      open.pop()
    } else current.text += data ?? unescaped(text ?? '')
  }
  const [root] = document.children
  if (!root || open.length > 1 || document.children.length > 1 || document.text.trim() !== '') {
    throw new XmlError('not one whole element')
  }
  return root
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]),
  )

const unescaped = (text: string) =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));?/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? whole
    const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16)
    if (!(code <= 0x10ffff)) throw new XmlError(whole)
    return String.fromCodePoint(code)
  })

/** Characters that XML 1.0 does not allow. */
const isControl = (letter: string) => letter < ' ' && letter !== '\n' && letter !== '\r' && letter !== '\t'

/** A text for the content of an element or an attribute in double quotes. */
export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
