import { publishedOf, versionNumbers } from '#/demo/assets/versions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { hashOf } from '#/demo/seed/random.ts'
import { escapeXml } from '#/lib/xml.ts'
import { XML } from './responses.ts'

const respond = (root: string, items: string[]) =>
  new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="http://openrosa.org/xforms/xforms${root === 'xforms' ? 'List' : 'Manifest'}">${items.join('')}</${root}>`,
    { headers: XML },
  )

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`

/** The number by which OpenRosa addresses a form. */
export const xformId = ({ uid }: AssetRecord) => String(hashOf(uid, 1) % 100_000)

const md5 = (text: string) =>
  `md5:${[1, 2, 3, 4].map((basis) => hashOf(text, basis).toString(16).padStart(8, '0')).join('')}`

/** The forms that a device may download, as they were deployed [2284]. */
export function formList(assets: readonly AssetRecord[], origin: string): Response {
  const items = assets.map((asset) => {
    const { name } = asset.published ?? publishedOf(asset)
    const number = versionNumbers(asset).get(asset.deployed_version_id ?? '') ?? '1'
    const version = `${number} (${(asset.date_deployed ?? '').slice(0, 19).replace('T', ' ')})`
    return `<xform>${[
      element('formID', asset.uid),
      element('name', name),
      element('majorMinorVersion', version),
      element('version', version),
      element('hash', md5(`${asset.deployed_version_id} ${name}`)),
      element('descriptionText', name),
      element('downloadUrl', `${origin}/forms/${xformId(asset)}/form.xml`),
      element('manifestUrl', `${origin}/xformsManifest/${xformId(asset)}`),
    ].join('')}</xform>`
  })
  return respond('xforms', items)
}

/** The files that a device downloads with a form: those of the last deployment, whatever was added since [2285, 2287]. */
export function manifest(asset: AssetRecord, origin: string): Response {
  const { files } = asset.published ?? publishedOf(asset)
  const items = files.map(
    ({ filename, hash }, index) =>
      `<mediaFile>${[
        element('filename', filename),
        element('hash', hash),
        element('downloadUrl', `${origin}/xformsMedia/${xformId(asset)}/${index + 1}.${filename.split('.').at(-1)}`),
      ].join('')}</mediaFile>`,
  )
  return respond('manifest', items)
}
