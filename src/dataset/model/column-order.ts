import { toRuns } from '#/dataset/query/column-ranges.ts'
import type { ColumnChoice } from '#/dataset/query/query.ts'

/** Which columns a table has, by their ids, and in which order. */
export interface ColumnLayout {
  /** In sight however far one scrolls. */
  frozen: readonly string[]
  rest: readonly string[]
}

/** With these columns, or without them. New ones stand where the form has them. `all`: in the form's order. */
export function withColumns(
  { frozen, rest }: ColumnLayout,
  ids: ReadonlySet<string>,
  isWanted: boolean,
  all: readonly string[],
): ColumnLayout {
  if (!isWanted) return { frozen: frozen.filter((id) => !ids.has(id)), rest: rest.filter((id) => !ids.has(id)) }
  const isFrozen = new Set(frozen)
  const shown = new Set(rest)
  /** Those that are to follow a column; `null` for the first. */
  const after = new Map<string | null, string[]>()
  let before: string | null = null
  for (const id of all) {
    if (shown.has(id)) before = id
    else if (ids.has(id) && !isFrozen.has(id)) after.set(before, [...(after.get(before) ?? []), id])
  }
  const behind = (id: string | null) => after.get(id) ?? []
  return { frozen, rest: [...behind(null), ...rest.flatMap((id) => [id, ...behind(id)])] }
}

/** With a column elsewhere among its like; `to` counts from 0. */
export function withMoved({ frozen, rest }: ColumnLayout, id: string, to: number): ColumnLayout {
  return frozen.includes(id) ? { frozen: placed(frozen, id, to), rest } : { frozen, rest: placed(rest, id, to) }
}

function placed(ids: readonly string[], id: string, to: number): string[] {
  const others = ids.filter((other) => other !== id)
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, id)
}

/** With a column that stays in sight, or scrolls again: it goes no further than it must. */
export function withFrozen({ frozen, rest }: ColumnLayout, id: string, isFrozen: boolean): ColumnLayout {
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id)
  return isFrozen
    ? { frozen: [...without(frozen), id], rest: without(rest) }
    : { frozen: without(frozen), rest: [id, ...without(rest)] }
}

interface Known {
  usual: ColumnLayout
  /** In the form's order. */
  all: readonly string[]
  /** So many of them are there whatever rows are shown. */
  lasting: number
}

/** As an address says it: nothing where it goes without saying. */
export function toChoice(
  { frozen, rest }: ColumnLayout,
  { usual, all, lasting }: Known,
): Pick<ColumnChoice, 'columns' | 'frozen'> {
  const isFrozen = new Set(frozen)
  const free = all.filter((id) => !isFrozen.has(id))
  const lastingFree = all.slice(0, lasting).filter((id) => !isFrozen.has(id)).length
  return {
    columns: isSame(rest, usual.rest) ? null : toRuns(rest, free, lastingFree),
    frozen: isSame(frozen, usual.frozen) ? null : frozen,
  }
}

const isSame = (ids: readonly string[], others: readonly string[]) =>
  ids.length === others.length && ids.every((id, index) => id === others[index])
