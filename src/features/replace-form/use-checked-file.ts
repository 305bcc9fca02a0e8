import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fileKind } from '#/lib/spreadsheet/spreadsheet-kind.ts'
import { checkFile } from '#/lib/xlsform/check-file/check-file.ts'

let count = 0
const numbers = new WeakMap<File, number>()
const numberOf = (file: File) => {
  const known = numbers.get(file) ?? ++count
  numbers.set(file, known)
  return known
}

type Refusal = 'empty' | 'notSpreadsheet' | 'unreadable'

/** The check of a chosen file. `refusal`: why it is not sent; `error`: it could not be checked, but may be a form. */
export function useCheckedFile(file: File | undefined) {
  const [none] = useState(() => new File([], ''))
  const checked = useQuery({
    queryKey: ['checked-file', numberOf(file ?? none)],
    queryFn: async () => {
      const refusal = await refusalOf(file ?? none)
      return refusal ? { refusal } : { form: await checkFile(file ?? none) }
    },
    enabled: file !== undefined,
    retry: false,
    staleTime: Infinity,
    gcTime: 0, // `checkFile` keeps it
    structuralSharing: false,
    meta: { showsError: true },
  })
  return {
    isFetching: checked.isFetching,
    data: checked.data?.form,
    refusal: checked.data?.refusal,
    error: checked.error,
  }
}

async function refusalOf(file: File): Promise<Refusal | undefined> {
  try {
    const kind = fileKind(new Uint8Array(await file.arrayBuffer()))
    if (kind === 'xlsx' || kind === 'xls') return undefined
    return kind === 'empty' ? 'empty' : 'notSpreadsheet'
  } catch {
    return 'unreadable'
  }
}
