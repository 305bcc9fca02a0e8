import { ownProperty } from '#/lib/own-property.ts'
import type { RowCells } from './canonical-form.ts'

interface ChangedCell {
  column: string
  before: string
  after: string
}

const cell = (cells: Record<string, string>, column: string) => ownProperty(cells, column) ?? ''
const keysOfBoth = (before: object, after: object) => [
  ...Object.keys(before),
  ...Object.keys(after).filter((key) => !Object.hasOwn(before, key)),
]

/** The cells that differ, those of the older row first. An empty text stands for an empty cell. */
export function changedCells(before: Record<string, string>, after: Record<string, string>): ChangedCell[] {
  return keysOfBoth(before, after).flatMap((column) => {
    const change = { column, before: cell(before, column), after: cell(after, column) }
    return change.before === change.after ? [] : [change]
  })
}

/** The texts that differ, in each language. */
export const changedTexts = (before: RowCells['texts'], after: RowCells['texts']) =>
  keysOfBoth(before, after).flatMap((column) =>
    changedCells(ownProperty(before, column) ?? {}, ownProperty(after, column) ?? {}).map(
      ({ column: language, ...change }) => ({ ...change, column, language }),
    ),
  )
