const HEADER_LENGTH = 512
const ENTRY_LENGTH = 128
/** Sector numbers from here on have other meanings: end of a chain, free. */
const LAST_SECTOR = 0xfffffffa
/** How many sectors of the allocation table the header itself names; the rest is in a chain of its own. */
const IN_HEADER = 109

/**
 * Names of the streams in an OLE2 container ([MS-CFB]), from its directory; `undefined` where it ends too early, or a chain
 * of its sectors is a loop.
 */
export function containerStreams(bytes: Uint8Array): string[] | undefined {
  if (bytes.length < HEADER_LENGTH) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorLength = 2 ** view.getUint16(0x1e, true)
  if (sectorLength !== 512 && sectorLength !== 4096) return undefined
  const container = { view, sectorLength, perSector: sectorLength / 4 }
  const table = allocationTable(container)
  if (!table) return undefined

  const names: string[] = []
  const seen = new Set<number>()
  for (let sector = view.getUint32(0x30, true); sector < LAST_SECTOR;) {
    const start = startOf(container, sector)
    if (seen.has(sector) || start + sectorLength > bytes.length) return undefined
    seen.add(sector)
    for (let entry = start; entry < start + sectorLength; entry += ENTRY_LENGTH) {
      const length = Math.min(64, view.getUint16(entry + 64, true)) - 2
      if (length > 0) names.push(new TextDecoder('utf-16le').decode(bytes.subarray(entry, entry + length)))
    }
    const next = nextSector(container, table, sector)
    if (next === undefined) return undefined
    sector = next
  }
  return names
}

interface Container {
  view: DataView
  sectorLength: number
  /** Sector numbers in a sector. */
  perSector: number
}

const startOf = ({ sectorLength }: Container, sector: number) => (sector + 1) * sectorLength

/** Which sectors hold the allocation table; `undefined` where their list comes back to a sector that it went through. */
function allocationTable(container: Container): number[] | undefined {
  const { view, perSector } = container
  const table = Array.from({ length: IN_HEADER }, (_, index) => view.getUint32(0x4c + 4 * index, true))
  const seen = new Set<number>()
  let sector = view.getUint32(0x44, true)
  for (let left = view.getUint32(0x48, true); left > 0 && sector < LAST_SECTOR; left -= 1) {
    const start = startOf(container, sector)
    if (seen.has(sector)) return undefined
    if (start + 4 * perSector > view.byteLength) break
    seen.add(sector)
    for (let index = 0; index < perSector - 1; index += 1) table.push(view.getUint32(start + 4 * index, true))
    sector = view.getUint32(start + 4 * (perSector - 1), true)
  }
  return table
}

function nextSector(container: Container, table: number[], sector: number): number | undefined {
  const holder = table[Math.floor(sector / container.perSector)]
  if (holder === undefined || holder >= LAST_SECTOR) return undefined
  const position = startOf(container, holder) + 4 * (sector % container.perSector)
  return position + 4 > container.view.byteLength ? undefined : container.view.getUint32(position, true)
}
