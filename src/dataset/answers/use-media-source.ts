import { useCallback } from 'react'

/** A ref that sets an element's `src` to an object URL of the file, and revokes the URL when the element is removed. */
export function useMediaSource(file: Blob | undefined, type: string) {
  return useCallback(
    (element: HTMLImageElement | HTMLMediaElement | null) => {
      if (!file || !element) return undefined
      // Not the type that the server's response names: only `type` was checked.
      const url = URL.createObjectURL(file.slice(0, file.size, type))
      element.src = url
      return () => URL.revokeObjectURL(url)
    },
    [file, type],
  )
}
