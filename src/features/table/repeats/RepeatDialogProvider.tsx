import { type ReactNode, type RefObject, useCallback, useState } from 'react'
import type { AnswerColumn, DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { OpenRepeatContext } from './repeat-dialog-context.ts'

const RepeatDialog = lazyPart(async () => (await import('./RepeatDialog.tsx')).RepeatDialog)

interface RepeatDialogProviderProps {
  /** The column of row titles. */
  title: DataColumn
  onOpen: (id: number) => void
  /** Gets the focus afterwards; without it, the dialog returns the focus to the button that was pressed. */
  returnTo: RefObject<HTMLElement | null>
  children: ReactNode
}

/** Provides `OpenRepeatContext`, and shows its dialog. */
export function RepeatDialogProvider({ title, onOpen, returnTo, children }: RepeatDialogProviderProps) {
  const [opened, setOpened] = useState<{ column: AnswerColumn; row: Row } | null>(null)
  const close = () => {
    setOpened(null)
    returnTo.current?.focus({ preventScroll: true })
  }
  return (
    <OpenRepeatContext value={useCallback((column, row) => setOpened({ column, row }), [])}>
      {children}
      {opened && (
        <RepeatDialog
          title={title}
          {...opened}
          onClose={close}
          onOpen={() => {
            close()
            onOpen(opened.row._id)
          }}
        />
      )}
    </OpenRepeatContext>
  )
}
