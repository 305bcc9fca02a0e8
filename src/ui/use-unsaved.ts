import { useEffect } from 'react'
import { unsaved } from '#/lib/unsaved.ts'

/**
 * Marks a form as changed, so that the app asks before the user leaves the page. `param`: a search parameter whose change
 * also leaves the form.
 */
export function useUnsaved(isChanged: boolean, param?: string) {
  useEffect(() => (isChanged ? unsaved.add(param) : undefined), [isChanged, param])
}
