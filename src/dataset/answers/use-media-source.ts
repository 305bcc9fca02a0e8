import { useCallback } from 'react'

/** Gives an element the file as its source, by an address that lives as long as the element shows it. */
export function useMediaSource(file: Blob | undefined, type: string) {
  return useCallback(
    (element: HTMLImageElement | HTMLMediaElement | null) => {
      if (!file || !element) return undefined
      // The type is the one that was checked, not what the answer says it is.
      const url = URL.createObjectURL(file.slice(0, file.size, type))
      element.src = url
      return () => URL.revokeObjectURL(url)
    },
    [file, type],
  )
}
