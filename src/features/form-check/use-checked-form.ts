import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checkFile } from '#/lib/xlsform/check-file/check-file.ts'

let count = 0
const numbers = new WeakMap<File, number>()

/** Two files may have the same name, size and time. */
function numberOf(file: File): number {
  const number = numbers.get(file) ?? ++count
  numbers.set(file, number)
  return number
}

/** The quick check of a file, which is usually known already. */
export function useCheckedForm(file: File) {
  const [number] = useState(() => numberOf(file))
  return useQuery({
    queryKey: ['form-check', number],
    queryFn: () => checkFile(file),
    staleTime: Infinity,
    gcTime: 0, // `checkFile` keeps it
    structuralSharing: false,
    retry: false,
  })
}
