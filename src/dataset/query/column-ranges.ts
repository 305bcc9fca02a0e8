/** Columns that an address names: one, or all from one to another in the form's order; `null` for its ends. */
export type ColumnRun = string | { from: string | null; to: string | null }

/** A run shorter than this is written out. */
const RUN = 3
const BETWEEN = '*'
/** In front of a name: in the same group as the one before it. */
const SAME_GROUP = '.'

const groupOf = (id: string) => id.slice(0, id.lastIndexOf('/') + 1)
const escape = (name: string) =>
  name.replaceAll(/[%* ]|^\./g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
const unescape = (name: string) =>
  name.replaceAll(/%(25|2A|20|2E)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** As they stand in an address: `hh/code .people location*hh/total`. */
export function writeRuns(runs: readonly ColumnRun[]): string {
  let group = ''
  const write = (id: string | null) => {
    if (id === null) return ''
    const isSame = group !== '' && groupOf(id) === group
    const name = isSame ? `${SAME_GROUP}${escape(id.slice(group.length))}` : escape(id)
    group = groupOf(id)
    return name
  }
  return runs
    .map((run) => (typeof run === 'string' ? write(run) : `${write(run.from)}${BETWEEN}${write(run.to)}`))
    .join(' ')
}

/** Reads them again. */
export function readRuns(text: string): ColumnRun[] {
  let group = ''
  const read = (name: string) => {
    if (name === '') return null
    const id = name.startsWith(SAME_GROUP) ? group + unescape(name.slice(1)) : unescape(name)
    group = groupOf(id)
    return id
  }
  return text.split(' ').flatMap((part): ColumnRun[] => {
    const [first = '', second] = part.split(BETWEEN)
    const from = read(first)
    if (second !== undefined) return [{ from, to: read(second) }]
    return from === null ? [] : [from]
  })
}

/** The columns that they name, each once. What is not among `all` is kept: it may be on another page. */
export function expandRuns(runs: readonly ColumnRun[], all: readonly string[]): string[] {
  const places = new Map(all.map((id, index) => [id, index]))
  const ids = new Set<string>()
  for (const run of runs) {
    if (typeof run === 'string') {
      ids.add(run)
      continue
    }
    const from = run.from === null ? 0 : places.get(run.from)
    const to = run.to === null ? all.length - 1 : places.get(run.to)
    // The form was changed since: what it says for sure is its ends.
    const isKnown = from !== undefined && to !== undefined && from <= to
    const named = isKnown ? all.slice(from, to + 1) : [run.from, run.to].filter((id) => id !== null)
    for (const id of named) ids.add(id)
  }
  return [...ids]
}

/**
 * The same columns in as few words as possible. `all` as they would be expanded, but for those that are frozen; only the
 * first `lasting` of them are there whatever rows are shown.
 */
export function toRuns(ids: readonly string[], all: readonly string[], lasting = all.length): ColumnRun[] {
  const places = new Map(all.map((id, index) => [id, index]))
  const runs: ColumnRun[] = []
  for (let start = 0; start < ids.length;) {
    const place = places.get(ids[start] ?? '') ?? Infinity
    let end = start
    while (end < ids.length && ids[end] === all[place + end - start]) end += 1
    // What comes at the end later belongs to it, too.
    const reachesEnd = place + end - start === all.length
    if (!reachesEnd) end = Math.min(end, start + lasting - place)
    if (end - start < RUN) runs.push(...ids.slice(start, Math.max(end, start + 1)))
    else runs.push({ from: place === 0 ? null : (ids[start] ?? null), to: reachesEnd ? null : (ids[end - 1] ?? null) })
    start = Math.max(end, start + 1)
  }
  return runs
}
