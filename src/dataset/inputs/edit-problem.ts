import type { DataColumn } from '#/dataset/model/columns.ts'
import { isEditable } from './input-value.ts'

/** Why the answers of a column cannot be edited one by one. */
export type EditProblem = 'system' | 'form' | 'repeat' | 'file' | 'automatic' | 'supplement'

const FILES = new Set<DataColumn['kind']>(['photo', 'audio', 'video', 'file'])

/** Why the answers of a column cannot be edited; `null` if they can be. The form has no rules for other versions. */
export function editProblemOf(column: DataColumn): EditProblem | null {
  if (column.source === 'system') return 'system'
  if (column.source === 'repeat') return 'repeat'
  if (column.source === 'supplement') return 'supplement'
  if (column.source === 'unknown' || column.isOlder) return 'form'
  if (column.question.groups.some(({ isRepeat }) => isRepeat)) return 'repeat'
  if (FILES.has(column.kind)) return 'file'
  return isEditable(column) ? null : 'automatic'
}
