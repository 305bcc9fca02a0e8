import { FileButton } from '@mantine/core'
import { type ReactNode, useRef } from 'react'

interface ChooseFilesProps {
  multiple?: boolean
  onChoose: (files: File[]) => void
  children: (open: () => void) => ReactNode
}

/** Names and MIME types: telephones know the latter only. All else can still be picked, and is told by its content. */
const ACCEPT = [
  '.xlsx',
  '.xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
].join(',')

/** A button that opens the device's dialog for files. The same file can be chosen again after it was corrected. */
export function ChooseFiles({ multiple = false, onChoose, children }: ChooseFilesProps) {
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      accept={ACCEPT}
      multiple={multiple}
      resetRef={reset}
      onChange={(chosen) => {
        const files = [chosen].flat().filter((file) => file !== null)
        reset.current?.()
        if (files.length > 0) onChoose(files)
      }}
    >
      {({ onClick }) => children(onClick)}
    </FileButton>
  )
}
