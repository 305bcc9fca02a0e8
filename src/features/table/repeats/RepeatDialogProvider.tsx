import { type ReactNode, type RefObject, useCallback, useState } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { AnswerColumn, SubmissionColumn } from '#/dataset/model/columns.ts'
import type { FormOfProject } from '#/dataset/rows/use-version-columns.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { OpenRepeatContext } from './repeat-dialog-context.ts'

const RepeatDialog = lazyPart(async () => (await import('./RepeatDialog.tsx')).RepeatDialog)

interface RepeatDialogProviderProps {
  asset: FormOfProject
  /** The column that names each submission. */
  title: SubmissionColumn
  onOpen: (id: number) => void
  /** Has the focus again afterwards; on a phone it is what was pressed. */
  returnTo: RefObject<HTMLElement | null>
  children: ReactNode
}

/** Where counts of entries open into the entries. */
export function RepeatDialogProvider({ asset, title, onOpen, returnTo, children }: RepeatDialogProviderProps) {
  const [shown, setShown] = useState<{ column: AnswerColumn; row: Submission } | null>(null)
  const close = () => {
    setShown(null)
    returnTo.current?.focus({ preventScroll: true })
  }
  return (
    <OpenRepeatContext value={useCallback((column, row) => setShown({ column, row }), [])}>
      {children}
      {shown && (
        <RepeatDialog
          asset={asset}
          title={title}
          {...shown}
          onClose={close}
          onOpen={() => {
            close()
            onOpen(shown.row._id)
          }}
        />
      )}
    </OpenRepeatContext>
  )
}
