import { useWindowEvent } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useMemo } from 'react'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { editAnswer, pathsBeingSaved } from '#/api/kpi/submissions/change-one.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { isTextField } from '#/lib/text-field.ts'
import { useKeyedState } from '#/ui/use-keyed-state.ts'
import type { Draft, EditButtons, Editing, SavedEdit } from './editing-context.ts'

interface AnswerEditingOptions {
  asset: Asset
  id: number
  /** `undefined` while it is loaded. */
  submission: Submission | undefined
  /** The element around the answers. */
  container: RefObject<HTMLElement | null>
  /** A search parameter whose change closes the editors. */
  param?: string
  /** Called when the editor of an answer closes. Returns whether it has moved the focus. Keep it stable. */
  onEnd?: (path: string) => boolean
}

export interface AnswerEditing {
  /** `null` while the submission is loaded. */
  editing: Editing | null
  buttons: EditButtons
}

const NONE: ReadonlySet<string> = new Set()
const NO_EDITS: ReadonlyMap<string, SavedEdit> = new Map()

/** The state of editing the answers of one submission in place. Ctrl+Z undoes the last edit. */
export function useAnswerEditing(options: AnswerEditingOptions): AnswerEditing {
  const { asset, id, submission, container, param, onEnd } = options
  const client = useQueryClient()
  const key = String(id)
  const [openPaths, setOpenPaths] = useKeyedState(key, NONE)
  const [lastPath, setLastPath] = useKeyedState<string | null>(key, null)
  const [savedEdits, setSavedEdits] = useKeyedState(key, NO_EDITS)
  const drafts = useMemo(() => ({ key, byPath: new Map<string, Draft>() }), [key]).byPath
  const undo = useMutation(editAnswer(asset.uid, id))
  const { variables, isPending, error, mutate } = undo

  /** The last one comes last. */
  const onSaved = useCallback(
    (path: string, edit: SavedEdit) =>
      setSavedEdits((before) => new Map([...before].filter(([other]) => other !== path)).set(path, edit)),
    [setSavedEdits],
  )
  const runUndo = useCallback(
    (path: string) => {
      const edit = savedEdits.get(path)
      if (!edit || !submission || isPending) return
      const { before, after, isUndo } = edit
      mutate(
        { path, answer: before, base: submission },
        { onSuccess: () => onSaved(path, { before: after, after: before, isUndo: !isUndo }) },
      )
    },
    [savedEdits, submission, isPending, mutate, onSaved],
  )
  useWindowEvent('keydown', (event) => {
    const isUndoKey = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)
    if (!isUndoKey || event.shiftKey || event.altKey || event.defaultPrevented || isTextField(event.target)) return
    // Where a colleague has changed the answer since, there is nothing to undo.
    const last = [...savedEdits].findLast(
      ([path, { after, isUndo }]) => !isUndo && submission && (answerOf(submission, path) ?? '') === after,
    )
    if (!last) return
    event.preventDefault()
    runUndo(last[0])
  })

  const editing = useMemo(
    (): Editing | null =>
      submission
        ? {
            asset,
            submission,
            param,
            openPaths,
            lastPath,
            drafts,
            onClose: (path) => {
              drafts.delete(path)
              setOpenPaths((before) => new Set([...before].filter((other) => other !== path)))
              if (onEnd?.(path)) setLastPath(null)
            },
            savedEdits,
            onSaved,
            undo: {
              run: runUndo,
              pendingPath: isPending ? variables.path : null,
              failed: error && variables ? { path: variables.path, error } : null,
            },
          }
        : null,
    [
      asset,
      submission,
      param,
      openPaths,
      setOpenPaths,
      lastPath,
      setLastPath,
      drafts,
      savedEdits,
      onSaved,
      onEnd,
      runUndo,
      isPending,
      variables,
      error,
    ],
  )

  const buttons = useMemo(
    (): EditButtons => ({
      canEdit: assetCan.editSubmissions(asset),
      // An editor with unsaved changes stays open, and gets the focus instead.
      onOpen: (path) => {
        const editor = container.current?.querySelector<HTMLElement>('form[data-changed] :is(input, textarea)')
        if (editor) return editor.focus()
        const saving = pathsBeingSaved(client, asset.uid, id)
        setOpenPaths((before) => new Set([...before].filter((other) => saving.has(other))).add(path))
        setLastPath(path)
      },
    }),
    [asset, client, container, id, setOpenPaths, setLastPath],
  )
  return { editing, buttons }
}
