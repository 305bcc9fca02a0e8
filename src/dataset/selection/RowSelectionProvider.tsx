import type { ReactNode } from 'react'
import { SelectionProvider, useNewSelection } from './selection.ts'

interface RowSelectionProviderProps {
  /** Identifies the dataset and its filter. */
  filter: string
  children: ReactNode
}

/** Provides the selection. A component of its own, so that a change renders only the consumers of the context. */
export function RowSelectionProvider({ filter, children }: RowSelectionProviderProps) {
  return <SelectionProvider value={useNewSelection(filter)}>{children}</SelectionProvider>
}
