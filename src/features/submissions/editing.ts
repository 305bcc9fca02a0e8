import { createContext, useContext } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import type { Submission } from '#/api/submissions/schema.ts'

/** An edit that was made on this page, for taking it back. */
export interface DoneEdit {
  before: string
  after: string
}

/** How answers are edited in the page. */
export interface Editing {
  asset: Asset
  submission: Submission
  canEdit: boolean
  /** The path of the question whose answer is being edited; one at a time. */
  open: string | null
  onOpen: (path: string | null) => void
  done: ReadonlyMap<string, DoneEdit>
  onDone: (path: string, edit: DoneEdit | null) => void
}

const EditingContext = createContext<Editing | null>(null)
export const EditingProvider = EditingContext

export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('No EditingProvider around this')
  return editing
}
