/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string) {
  // As bytes of no kind: a browser that shows instead of saving must not run HTML or SVG as a page of ours.
  const url = URL.createObjectURL(content.slice(0, content.size, 'application/octet-stream'))
  const link = Object.assign(document.createElement('a'), { href: url, download: toFileName(name) })
  link.click()
  // The download has taken its own hold of the content by the next task.
  setTimeout(() => URL.revokeObjectURL(url))
}

/** Longer ones are refused by some file systems, which count up to four bytes for a letter. */
const LONGEST = 60
/** Windows takes these for devices, whatever follows the first dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * A file name from a title or a name that somebody gave: without folders, characters that file systems refuse, and
 * those that turn or hide a part of it ("gpj.exe" that reads "exe.jpg").
 */
export function toFileName(title: string, extension?: string): string {
  const name = title
    .toWellFormed()
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Z}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/^[ .]+|[ .]+$/g, '')
    .replace(DEVICES, '$&_')
  const [, own = ''] = extension === undefined ? (/(\.\w{1,8})$/.exec(name) ?? []) : []
  const ending = extension === undefined ? own : `.${extension}`
  const stem = Array.from(name.slice(0, name.length - own.length))
    .slice(0, LONGEST)
    .join('')
    .trim()
  return (stem || 'file') + ending
}
