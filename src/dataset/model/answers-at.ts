import { ownProperty } from '#/lib/own-property.ts'

/** An answer, and the path by which bulk edit writes it: in a repeat with its position, counted from 1 [2120]. */
export interface LocatedAnswer {
  path: string
  text: string
}

/** The answers to a question in a row: one, or in a repeat group one for each entry that has it. */
export function answersAt(row: Readonly<Record<string, unknown>>, path: string): LocatedAnswer[] {
  return collect(row, path.split('/'), [], 0)
}

function collect(
  entry: Readonly<Record<string, unknown>>,
  steps: readonly string[],
  located: readonly string[],
  depth: number,
): LocatedAnswer[] {
  const answer = ownProperty(entry, steps.join('/'))
  if (typeof answer === 'string') return [{ path: [...located, ...steps.slice(depth)].join('/'), text: answer }]
  for (let end = depth + 1; end < steps.length; end++) {
    const entries = ownProperty(entry, steps.slice(0, end).join('/'))
    if (!Array.isArray(entries)) continue
    return entries.flatMap((inner: unknown, index) =>
      typeof inner === 'object' && inner !== null
        ? collect(
            inner as Record<string, unknown>,
            steps,
            [...located, ...steps.slice(depth, end - 1), `${steps[end - 1]}[${index + 1}]`],
            end,
          )
        : [],
    )
  }
  return []
}

/** The key of a row that holds what a path of bulk edit writes: `member` for `member[2]/name`. */
export const rowKeyOf = (path: string): string => path.split('[', 1)[0] ?? path

/** The answer at a path of bulk edit; `''` for none. */
export function textAt(row: Readonly<Record<string, unknown>>, path: string): string {
  let entry = row
  let key = ''
  for (const step of path.split('/')) {
    const [, name = step, position] = /^(.*)\[(\d+)\]$/.exec(step) ?? []
    key = key === '' ? name : `${key}/${name}`
    if (position === undefined) continue
    const entries = ownProperty(entry, key)
    const inner: unknown = Array.isArray(entries) ? entries[Number(position) - 1] : undefined
    if (typeof inner !== 'object' || inner === null) return ''
    entry = inner as Record<string, unknown>
  }
  const answer = ownProperty(entry, key)
  return typeof answer === 'string' ? answer : ''
}
