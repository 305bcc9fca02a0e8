/** One column id, or all columns between two ids in the form's order, both included; `null`: from its start, to its end. */
export type ColumnRange = string | { from: string | null; to: string | null }

/** Shorter ranges are written as single ids. */
const MIN_RANGE_LENGTH = 3
const RANGE_MARK = '*'
/** Before a name: its group is that of the name before it. */
const SAME_GROUP_MARK = '.'

const groupOf = (id: string) => id.slice(0, id.lastIndexOf('/') + 1)
const escape = (name: string) =>
  name.replaceAll(/[%* ]|^\./g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
const unescape = (name: string) =>
  name.replaceAll(/%(25|2A|20|2E)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Writes ranges for a URL: `hh/code .people location*hh/total`. */
export function writeRanges(ranges: readonly ColumnRange[]): string {
  let group = ''
  const write = (id: string | null) => {
    if (id === null) return ''
    const isSame = group !== '' && groupOf(id) === group
    const name = isSame ? `${SAME_GROUP_MARK}${escape(id.slice(group.length))}` : escape(id)
    group = groupOf(id)
    return name
  }
  return ranges
    .map((range) => (typeof range === 'string' ? write(range) : `${write(range.from)}${RANGE_MARK}${write(range.to)}`))
    .join(' ')
}

/** Reads what `writeRanges` wrote. */
export function readRanges(text: string): ColumnRange[] {
  let group = ''
  const read = (name: string) => {
    if (name === '') return null
    const id = name.startsWith(SAME_GROUP_MARK) ? group + unescape(name.slice(1)) : unescape(name)
    group = groupOf(id)
    return id
  }
  return text.split(' ').flatMap((part): ColumnRange[] => {
    const [first = '', second] = part.split(RANGE_MARK)
    const from = read(first)
    if (second !== undefined) return [{ from, to: read(second) }]
    return from === null ? [] : [from]
  })
}

/** The ids in some ranges, each once. Ids that are not among `all` are kept: other pages may have these columns. */
export function expandRanges(ranges: readonly ColumnRange[], all: readonly string[]): string[] {
  const indexes = new Map(all.map((id, index) => [id, index]))
  const ids = new Set<string>()
  for (const range of ranges) {
    if (typeof range === 'string') {
      ids.add(range)
      continue
    }
    const from = range.from === null ? 0 : indexes.get(range.from)
    const to = range.to === null ? all.length - 1 : indexes.get(range.to)
    // If the form has changed since, only the ends are certain.
    const isKnown = from !== undefined && to !== undefined && from <= to
    const named = isKnown ? all.slice(from, to + 1) : [range.from, range.to].filter((id) => id !== null)
    for (const id of named) ids.add(id)
  }
  return [...ids]
}

/**
 * The shortest ranges for some columns. `all`: the ids of `expandRanges` without frozen ones, of which only the first
 * `stableCount` exist whatever rows are loaded. No range ends at one of the others.
 */
export function toRanges(ids: readonly string[], all: readonly string[], stableCount = all.length): ColumnRange[] {
  const indexes = new Map(all.map((id, index) => [id, index]))
  const ranges: ColumnRange[] = []
  for (let start = 0; start < ids.length;) {
    const index = indexes.get(ids[start] ?? '') ?? Infinity
    let end = start
    while (end < ids.length && ids[end] === all[index + end - start]) end += 1
    // An open end includes columns that are added later.
    const reachesEnd = index + end - start === all.length
    if (!reachesEnd) end = Math.min(end, start + stableCount - index)
    if (end - start < MIN_RANGE_LENGTH) ranges.push(...ids.slice(start, Math.max(end, start + 1)))
    else
      ranges.push({ from: index === 0 ? null : (ids[start] ?? null), to: reachesEnd ? null : (ids[end - 1] ?? null) })
    start = Math.max(end, start + 1)
  }
  return ranges
}
