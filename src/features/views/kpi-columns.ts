import { STATUS, type DataColumn } from '#/dataset/model/columns.ts'
import { isSystemKey } from '#/dataset/model/system-keys.ts'

/** KPI's name of the validation status, also for sorting. */
export const STATUS_NAME = '_validation_status.uid'
/** What was added to answers. Columns for where it came from, and what was deleted, only KPI's own table shows. */
const NOTES_PREFIX = '_supplementalDetails/'

/**
 * The names of all questions in a repeat group, which KPI lists instead of the group itself. Empty for other columns.
 */
function childrenOf(column: DataColumn): string[] {
  if (column.source !== 'repeat') return []
  return column.columns.flatMap((child) => (child.source === 'repeat' ? childrenOf(child) : [child.id]))
}

/** Converts between our column ids and KPI's names in the `data-table` settings (NOTES, Further tried). */
export interface KpiColumns {
  /** The id of a name. Also accepts our ids, which a former version of this app wrote. */
  idOf: (name: string) => string
  /** Whether a name belongs to a column of this table. */
  isKnown: (name: string) => boolean
  /** The ids of a list of names, each once, without columns that this table does not have. */
  toIds: (names: readonly string[]) => string[]
  /** KPI's names of columns. Unknown names in `stored` are kept after the name that they followed. */
  toNames: (ids: readonly string[], stored: readonly string[]) => string[]
  /** KPI's name of one column: the stored one if there is one. */
  toName: (id: string, stored: string | null) => string
}

/** @param columns all columns of the table */
export function kpiColumns(columns: readonly DataColumn[]): KpiColumns {
  const ids = new Set(columns.map(({ id }) => id))
  const children = new Map(columns.map((column) => [column.id, childrenOf(column)]))
  const parents = new Map([...children].flatMap(([id, names]) => names.map((name) => [name, id])))
  const idOf = (name: string) => (name === STATUS_NAME ? STATUS.id : (parents.get(name) ?? name))
  const isKnown = (name: string) => ids.has(idOf(name))
  const isNeverShown = (name: string) => !isKnown(name) && (isSystemKey(name) || name.startsWith(NOTES_PREFIX))

  /** The name, or for a repeat group those of its questions: the stored ones, or all. */
  function namesOf(id: string, stored: ReadonlySet<string>): readonly string[] {
    if (id === STATUS.id) return [STATUS_NAME]
    const names = children.get(id) ?? []
    const listed = names.filter((name) => stored.has(name))
    return listed.length > 0 ? listed : names.length > 0 ? names : [id]
  }

  return {
    idOf,
    isKnown,
    toIds: (names) => [...new Set(names.filter((name) => !isNeverShown(name)).map(idOf))],
    toNames: (chosen, stored) => {
      const isStored = new Set(stored)
      const names = new Set(chosen.flatMap((id) => namesOf(id, isStored)))
      /** Unknown names by the name that they follow; `null` for the start. */
      const following = new Map<string | null, string[]>()
      let before: string | null = null
      for (const name of isStored) {
        if (names.has(name)) before = name
        else if (!isKnown(name)) following.set(before, [...(following.get(before) ?? []), name])
      }
      const after = (name: string | null) => following.get(name) ?? []
      return [...after(null), ...[...names].flatMap((name) => [name, ...after(name)])]
    },
    toName: (id, stored) => {
      const [name = id] = namesOf(id, new Set(stored === null ? [] : [stored]))
      return name
    },
  }
}
