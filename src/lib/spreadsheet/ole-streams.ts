const HEADER_LENGTH = 512
const ENTRY_LENGTH = 128
/** Sector numbers from here on are markers: end of a chain, free sector. */
const SPECIAL_SECTORS = 0xfffffffa
/** Number of allocation table sectors that the header lists; a chain lists the others. */
const HEADER_TABLE_SECTORS = 109

/**
 * Names of the streams in an OLE2 container ([MS-CFB]), from its directory; `undefined` if the file is truncated, or if a
 * chain of sectors is a loop.
 */
export function oleStreamNames(bytes: Uint8Array): string[] | undefined {
  if (bytes.length < HEADER_LENGTH) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorLength = 2 ** view.getUint16(0x1e, true)
  if (sectorLength !== 512 && sectorLength !== 4096) return undefined
  const container = { view, sectorLength, entriesPerSector: sectorLength / 4 }
  const table = allocationTable(container)
  if (!table) return undefined

  const names: string[] = []
  const visited = new Set<number>()
  for (let sector = view.getUint32(0x30, true); sector < SPECIAL_SECTORS;) {
    const start = startOf(container, sector)
    if (visited.has(sector) || start + sectorLength > bytes.length) return undefined
    visited.add(sector)
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
  /** Number of table entries in a sector. */
  entriesPerSector: number
}

const startOf = ({ sectorLength }: Container, sector: number) => (sector + 1) * sectorLength

/** The sectors that hold the allocation table; `undefined` if their chain is a loop. */
function allocationTable(container: Container): number[] | undefined {
  const { view, entriesPerSector } = container
  const table = Array.from({ length: HEADER_TABLE_SECTORS }, (_, index) => view.getUint32(0x4c + 4 * index, true))
  const visited = new Set<number>()
  let sector = view.getUint32(0x44, true)
  for (let remaining = view.getUint32(0x48, true); remaining > 0 && sector < SPECIAL_SECTORS; remaining -= 1) {
    const start = startOf(container, sector)
    if (visited.has(sector)) return undefined
    if (start + 4 * entriesPerSector > view.byteLength) break
    visited.add(sector)
    for (let index = 0; index < entriesPerSector - 1; index += 1) table.push(view.getUint32(start + 4 * index, true))
    sector = view.getUint32(start + 4 * (entriesPerSector - 1), true)
  }
  return table
}

function nextSector(container: Container, table: number[], sector: number): number | undefined {
  const tableSector = table[Math.floor(sector / container.entriesPerSector)]
  if (tableSector === undefined || tableSector >= SPECIAL_SECTORS) return undefined
  const position = startOf(container, tableSector) + 4 * (sector % container.entriesPerSector)
  return position + 4 > container.view.byteLength ? undefined : container.view.getUint32(position, true)
}
