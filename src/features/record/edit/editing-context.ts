import { createSafeContext } from '@mantine/core'
import type { TFunction } from 'i18next'
import { createContext } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'

/** An edit that was saved here, to undo it. */
export interface SavedEdit {
  before: string
  after: string
  /** Whether it undid another one. */
  isUndo: boolean
}

/** What was typed into an editor, and the version of the submission that it is about. */
export interface Draft {
  value: string
  base: Submission
}

/** Undoing saved edits, one at a time. */
interface EditUndo {
  run: (path: string) => void
  /** The answer that is being undone. */
  pendingPath: string | null
  failed: { path: string; error: ApiError } | null
}

/** The state of editing the answers of one submission. Answers are named by path. */
export interface Editing {
  asset: Asset
  submission: Submission
  /** A search parameter whose change closes the editors. */
  param: string | undefined
  /** Answers with an open editor: one, and those that are still being saved. */
  openPaths: ReadonlySet<string>
  /** The answer that was edited last: its button gets the focus when the editor closes. */
  lastPath: string | null
  /** What was typed into the open editors: an editor that is rendered anew begins with it. */
  drafts: Map<string, Draft>
  onClose: (path: string) => void
  savedEdits: ReadonlyMap<string, SavedEdit>
  onSaved: (path: string, edit: SavedEdit) => void
  undo: EditUndo
}

export const [EditingProvider, useEditing] = createSafeContext<Editing>('No EditingProvider around this')

/** What all edit buttons share. It keeps its identity while answers are edited. */
export interface EditButtons {
  canEdit: boolean
  onOpen: (path: string) => void
}

export const EditButtonContext = createContext<EditButtons & { t: TFunction<'submission'> }>({
  canEdit: false,
  t: ((key: string) => key) as TFunction<'submission'>,
  onOpen: () => {},
})
