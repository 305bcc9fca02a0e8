/** Downloads a file. */
export function saveFile(content: Blob, name: string) {
  // Without its type: a browser that opens the file instead must not run HTML or SVG on our origin.
  const url = URL.createObjectURL(content.slice(0, content.size, 'application/octet-stream'))
  const link = Object.assign(document.createElement('a'), { href: url, download: toFileName(name) })
  link.click()
  // By the next task the download has its own reference to the content.
  setTimeout(() => URL.revokeObjectURL(url))
}

/** Characters. File systems limit names to 255 bytes, and a character has up to four. */
const MAX_STEM_LENGTH = 60
/** Windows treats these names as devices, whatever follows the first dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * Makes a safe file name of a title or a given name: without folders, characters that file systems refuse, and characters
 * that reorder or hide a part of it ("gpj.exe" that is displayed as "exe.jpg").
 */
export function toFileName(title: string, extension?: string): string {
  const name = title
    .toWellFormed()
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Z}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/^[ .]+|[ .]+$/g, '')
    .replace(DEVICES, '$&_')
  const [, ownExtension = ''] = extension === undefined ? (/(\.\w{1,8})$/.exec(name) ?? []) : []
  const suffix = extension === undefined ? ownExtension : `.${extension}`
  const stem = Array.from(name.slice(0, name.length - ownExtension.length))
    .slice(0, MAX_STEM_LENGTH)
    .join('')
    .trim()
  return (stem || 'file') + suffix
}
