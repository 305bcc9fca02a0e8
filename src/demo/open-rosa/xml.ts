/** An element of a submission's XML, with its namespaces as they were written. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** Text that is no well-formed XML. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault'
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
 * Reads as much of XML as devices write.
 * @throws XmlFault for anything that is not well-formed, and for control characters
 */
export function parseXml(xml: string): XmlElement {
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  if (Array.from(xml).some(isControl)) throw new XmlFault('a control character')
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < xml.length;) {
    const found = TOKEN.exec(xml)?.groups
    const current = open.at(-1)
    if (!found || !current) throw new XmlFault('not well-formed')
    const { data, closing, opening, attributes = '', empty, text } = found
    if (opening !== undefined) {
      const element = { name: opening, attributes: attributesOf(attributes), children: [], text: '' }
      current.children.push(element)
      if (empty === '') open.push(element)
    } else if (closing !== undefined) {
      if (open.length === 1 || current.name !== closing) throw new XmlFault(`</${closing}> closes nothing`)
      open.pop()
    } else current.text += data ?? unescaped(text ?? '')
  }
  const [root] = document.children
  if (!root || open.length > 1 || document.children.length > 1 || document.text.trim() !== '') {
    throw new XmlFault('not one whole element')
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
    if (!(code <= 0x10ffff)) throw new XmlFault(whole)
    return String.fromCodePoint(code)
  })

/** Characters that XML 1.0 does not allow. */
const isControl = (letter: string) => letter < ' ' && letter !== '\n' && letter !== '\r' && letter !== '\t'
