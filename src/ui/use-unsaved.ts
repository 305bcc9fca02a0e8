import { useEffect } from 'react'
import { unsaved } from '#/lib/unsaved.ts'

/** A form that holds changes: whoever is about to leave the page is asked. */
export function useUnsaved(isChanged: boolean) {
  useEffect(() => (isChanged ? unsaved.add() : undefined), [isChanged])
}
