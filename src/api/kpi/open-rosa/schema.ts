import { parseXml, type XmlElement } from '#/lib/xml.ts'

/** The form that devices get now, as `formList` describes it [2284]. */
export interface RunningForm {
  /** The name of the project when it was deployed. */
  title: string
  /** The path of the list of its files, on the connection's server; `null` where the form has none. */
  manifestPath: string | null
}

/** A file that devices get with the form [2285]. */
export interface RunningFile {
  filename: string
  /** `md5:…`, the same as `metadata.hash` of the file of the project. */
  hash: string
}

const ROOTS = { xforms: 'xform', manifest: 'mediaFile' } as const

/** @throws XmlError if the text is no such list */
function itemsOf(xml: string, root: keyof typeof ROOTS): XmlElement[] {
  const list = parseXml(xml)
  if (list.name !== root) throw new TypeError(`<${list.name}> instead of <${root}>`)
  return list.children.filter(({ name }) => name === ROOTS[root])
}

function requiredText({ name, children }: XmlElement, child: string): string {
  const found = children.find((one) => one.name === child)
  if (!found) throw new TypeError(`<${name}> without <${child}>`)
  return found.text.trim()
}

/** One form of `formList`; `null` if the account may not fill it in, or the project is archived. */
export function readFormList(xml: string, assetUid: string): RunningForm | null {
  const form = itemsOf(xml, 'xforms').find((item) => requiredText(item, 'formID') === assetUid)
  if (!form) return null
  const manifest = form.children.find(({ name }) => name === 'manifestUrl')?.text ?? ''
  // The address can have another origin: only its end is used, so that credentials stay with the connection's server.
  const [path = null] = /xformsManifest\/[^/?#\s]+(?=\s*$)/.exec(manifest) ?? []
  return { title: requiredText(form, 'name'), manifestPath: path }
}

/** The files of `xformsManifest/` [2285, 2287]. */
export const readManifest = (xml: string): RunningFile[] =>
  itemsOf(xml, 'manifest').map((file) => ({
    filename: requiredText(file, 'filename'),
    hash: requiredText(file, 'hash'),
  }))
