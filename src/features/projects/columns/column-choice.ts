import type { ProjectColumn } from '#/features/projects/project-columns.tsx'

type Columns = readonly ProjectColumn[]

/** Hides a column, or shows it as the last one. */
export const toggled = (columns: Columns, column: ProjectColumn): Columns =>
  columns.includes(column) ? columns.filter((other) => other !== column) : [...columns, column]

/** Moves a column to a place, counting from 0. */
export function moved(columns: Columns, column: ProjectColumn, place: number): Columns {
  const others = columns.filter((other) => other !== column)
  return [...others.slice(0, place), column, ...others.slice(place)]
}
