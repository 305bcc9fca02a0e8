import { createSafeContext } from '@mantine/core'
import type { TFunction } from 'i18next'
import { createContext } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'

/** An edit that was made on this page, for taking it back. */
export interface DoneEdit {
  before: string
  after: string
}

/** How answers are edited in the page. */
export interface Editing {
  asset: Asset
  submission: Submission
  /** The paths of the questions whose answers are being edited: one, besides those that are still being saved. */
  open: ReadonlySet<string>
  /** Whose answer was edited last: its pencil has the focus again afterwards. */
  last: string | null
  onClose: (path: string) => void
  done: ReadonlyMap<string, DoneEdit>
  onDone: (path: string, edit: DoneEdit | null) => void
}

export const [EditingProvider, useEditing] = createSafeContext<Editing>('No EditingProvider around this')

/** What all pencils of a page share; it stays the same while one after another is used. */
export interface Pencils {
  canEdit: boolean
  t: TFunction<'submission'>
  onOpen: (path: string) => void
}

export const PencilContext = createContext<Pencils>({
  canEdit: false,
  t: ((key: string) => key) as TFunction<'submission'>,
  onOpen: () => {},
})
