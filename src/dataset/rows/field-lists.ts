/** Columns that are requested together: their ids, or all that there are. */
type FieldList = readonly string[] | 'all'

export interface FieldLists {
  lists: readonly FieldList[]
  /** How many were requested so far, those that were cancelled included. */
  requested: number
}

export const NO_LISTS: FieldLists = { lists: [], requested: 0 }

/** After so many lists all columns that are left are requested at once. */
const MAX_LISTS = 2
/** While all rows are scrolled through, so many lists stay loaded: the visible ones, and a few beside. */
const MAX_LISTS_WHILE_SCROLLING = 6

export interface ListOptions {
  /** Columns that every row was loaded with. */
  loaded: readonly string[]
  /** Those of the view in its order: what comes after the columns that are needed is loaded along. */
  viewColumns: readonly string[]
  split: (ids: readonly string[]) => string[][]
  /** Whether all columns may be requested at once. */
  canLoadAll: boolean
  /** Whether a list has not come yet. */
  isPending: (list: FieldList) => boolean
  /** Whether lists that are pending, and have none of the columns that are needed now, are dropped. */
  cancelsOvertaken: boolean
  scrolls: boolean
}

/**
 * Adds lists for columns that are needed: few, and as large as the source takes. The needed columns come first, those that
 * follow them in the view fill the list; after two lists, all that is left comes at once.
 */
export function withFields(before: FieldLists, needed: readonly string[], options: ListOptions): FieldLists {
  const { loaded, viewColumns, split, canLoadAll, isPending, cancelsOvertaken, scrolls } = options
  if (before.lists.includes('all')) return before
  const listed = new Set(before.lists.flat())
  const isKnown = (id: string) => listed.has(id) || loaded.includes(id)
  const missing = needed.filter((id) => !isKnown(id))
  if (missing.length === 0) return before

  const isNeeded = new Set(needed)
  const isOvertaken = (list: FieldList) => isPending(list) && list !== 'all' && !list.some((id) => isNeeded.has(id))
  const kept = cancelsOvertaken ? before.lists.filter((list) => !isOvertaken(list)) : before.lists

  const isMissing = new Set(missing)
  const isLoaded = new Set([...loaded, ...kept.flat()])
  const others = following(viewColumns, missing.at(-1)).filter((id) => !isMissing.has(id) && !isLoaded.has(id))
  const lists = split([...missing, ...others])
  const lastNeeded = lists.findLastIndex((list) => list.some((id) => isMissing.has(id)))
  const next = lists.slice(0, lastNeeded + 1)
  const isMuch = before.requested + next.length > MAX_LISTS && lists.length > 1
  const added: FieldList[] = isMuch && canLoadAll ? ['all'] : next
  return {
    lists: [...kept, ...added].slice(scrolls ? -MAX_LISTS_WHILE_SCROLLING : 0),
    requested: before.requested + added.length,
  }
}

/** Those after an id, then those before it, the nearest first. */
function following(ids: readonly string[], id: string | undefined): string[] {
  const at = id === undefined ? -1 : ids.indexOf(id)
  return [...ids.slice(at + 1), ...ids.slice(0, Math.max(0, at)).toReversed()]
}
