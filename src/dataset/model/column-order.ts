import { toRanges } from '#/dataset/query/column-ranges.ts'
import type { ColumnChoice } from '#/dataset/query/query.ts'

/** The columns of a table by their ids, in order. */
export interface ColumnLayout {
  /** Columns that stay visible during horizontal scrolling. */
  frozen: readonly string[]
  /** Columns that scroll. */
  rest: readonly string[]
}

/** Shows or hides columns. New ones get their position in the form; `all`: all ids in the form's order. */
export function withColumnsVisible(
  { frozen, rest }: ColumnLayout,
  ids: ReadonlySet<string>,
  isVisible: boolean,
  all: readonly string[],
): ColumnLayout {
  if (!isVisible) return { frozen: frozen.filter((id) => !ids.has(id)), rest: rest.filter((id) => !ids.has(id)) }
  const isFrozen = new Set(frozen)
  const visible = new Set(rest)
  /** New columns by the visible column before them; `null`: at the start. */
  const added = new Map<string | null, string[]>()
  let previous: string | null = null
  for (const id of all) {
    if (visible.has(id)) previous = id
    else if (ids.has(id) && !isFrozen.has(id)) added.set(previous, [...(added.get(previous) ?? []), id])
  }
  const addedAfter = (id: string | null) => added.get(id) ?? []
  return { frozen, rest: [...addedAfter(null), ...rest.flatMap((id) => [id, ...addedAfter(id)])] }
}

/** Moves a column to an index among the frozen columns, or among the others. */
export function withColumnMoved({ frozen, rest }: ColumnLayout, id: string, to: number): ColumnLayout {
  return frozen.includes(id) ? { frozen: moved(frozen, id, to), rest } : { frozen, rest: moved(rest, id, to) }
}

function moved(ids: readonly string[], id: string, to: number): string[] {
  const others = ids.filter((other) => other !== id)
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, id)
}

/** Freezes a column as the last frozen one, or makes it the first that scrolls. */
export function withColumnFrozen({ frozen, rest }: ColumnLayout, id: string, isFrozen: boolean): ColumnLayout {
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id)
  return isFrozen
    ? { frozen: [...without(frozen), id], rest: without(rest) }
    : { frozen: without(frozen), rest: [id, ...without(rest)] }
}

interface ChoiceContext {
  /** The layout without a choice. */
  defaults: ColumnLayout
  /** All ids that ranges may name, in their order. */
  all: readonly string[]
  /** How many of `all` exist whatever rows are loaded. */
  stableCount: number
}

/** A layout as a query has it: `null` for defaults, else with ranges. */
export function toColumnChoice(
  { frozen, rest }: ColumnLayout,
  { defaults, all, stableCount }: ChoiceContext,
): Pick<ColumnChoice, 'columns' | 'frozen'> {
  const isFrozen = new Set(frozen)
  const scrolling = all.filter((id) => !isFrozen.has(id))
  const stableScrolling = all.slice(0, stableCount).filter((id) => !isFrozen.has(id)).length
  return {
    columns: isSame(rest, defaults.rest) ? null : toRanges(rest, scrolling, stableScrolling),
    frozen: isSame(frozen, defaults.frozen) ? null : frozen,
  }
}

const isSame = (ids: readonly string[], others: readonly string[]) =>
  ids.length === others.length && ids.every((id, index) => id === others[index])
