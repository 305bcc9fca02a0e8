const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const MAX_COMMENT_LENGTH = 0xffff
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_LENGTH = 46

/** Names of the files in a zip, from its central directory; `undefined` if that is missing or invalid. */
export function zipEntryNames(bytes: Uint8Array): string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const names: string[] = []
  // Counted from the end, because a zip may have other bytes before it.
  let position = end - view.getUint32(end + 12, true)
  while (position < end) {
    if (position < 0 || position + ENTRY_LENGTH > end) return undefined
    if (view.getUint32(position, true) !== ENTRY_SIGNATURE) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(position + offset, true)) as [
      number,
      number,
      number,
    ]
    const start = position + ENTRY_LENGTH
    names.push(new TextDecoder().decode(bytes.subarray(start, start + name)))
    position = start + name + extra + comment
  }
  return names
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH
  for (let position = last; position >= Math.max(0, last - MAX_COMMENT_LENGTH); position -= 1) {
    if (view.getUint32(position, true) === END_SIGNATURE) return position
  }
  return undefined
}
