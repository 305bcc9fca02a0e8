import { STATUS, type SubmissionColumn } from '#/dataset/model/columns.ts'
import { isSystemKey } from '#/dataset/model/system-keys.ts'

/** What KPI's own table calls the validation status; it is also the key by which the status is sorted. */
export const STATUS_NAME = '_validation_status.uid'
/** Notes on answers, which only KPI's own table shows. */
const NOTES_PREFIX = '_supplementalDetails/'

/**
 * The questions of a repeat group, those of groups within it included. KPI lists a repeat group by these, never by its
 * own name. Empty for another column.
 */
function childrenOf(column: SubmissionColumn): string[] {
  if (column.source !== 'repeat') return []
  return column.columns.flatMap((child) => (child.source === 'repeat' ? childrenOf(child) : [child.id]))
}

/** Reads and writes the names of columns in a project's `data-table` settings (NOTES, Further tried). */
export interface KpiColumns {
  /** The column that a name stands for; a former version of this app wrote our own ids, which are read as well. */
  idOf: (name: string) => string
  /** Whether it stands for a column that the table has. */
  isKnown: (name: string) => boolean
  /** Our ids of the columns that a list names, each once, without those that this table never shows. */
  toIds: (names: readonly string[]) => string[]
  /** KPI's names of columns. What `stored` has and this table does not know stays, behind what it followed. */
  toNames: (ids: readonly string[], stored: readonly string[]) => string[]
  /** KPI's name of one column: the one that is stored for it, if any. */
  toName: (id: string, stored: string | null) => string
}

/** @param columns all that the table can show */
export function kpiColumns(columns: readonly SubmissionColumn[]): KpiColumns {
  const ids = new Set(columns.map(({ id }) => id))
  const children = new Map(columns.map((column) => [column.id, childrenOf(column)]))
  const parents = new Map([...children].flatMap(([id, names]) => names.map((name) => [name, id])))
  const idOf = (name: string) => (name === STATUS_NAME ? STATUS.id : (parents.get(name) ?? name))
  const isKnown = (name: string) => ids.has(idOf(name))
  const isNeverShown = (name: string) => !isKnown(name) && (isSystemKey(name) || name.startsWith(NOTES_PREFIX))

  /** One name, or those of a repeat group's questions: the ones that were listed, all where none was. */
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
      /** Unknown names that are to follow a name; `null` for the start. */
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
