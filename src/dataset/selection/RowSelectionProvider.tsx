import type { ReactNode } from 'react'
import { SelectionProvider, useNewSelection } from './selection.ts'

interface RowSelectionProviderProps {
  /** Names which rows there are: of which project, and which of them. */
  filter: string
  children: ReactNode
}

/** Holds the selection apart from the view: a tick draws anew only what asks for the selection. */
export function RowSelectionProvider({ filter, children }: RowSelectionProviderProps) {
  return <SelectionProvider value={useNewSelection(filter)}>{children}</SelectionProvider>
}
