import { type ReactNode, useState } from 'react'

interface ChooseFilesProps {
  multiple?: boolean
  onChoose: (files: File[]) => void
  children: (open: () => void) => ReactNode
}

/** Extensions and MIME types, since phones only know the latter. Other files can still be chosen; their content is checked. */
const ACCEPT = [
  '.xlsx',
  '.xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
].join(',')

/** Opens the device's dialog for files. The same file can be chosen twice, for example after it was corrected. */
export function ChooseFiles({ multiple = false, onChoose, children }: ChooseFilesProps) {
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  return (
    <>
      <input
        ref={setInput}
        type="file"
        hidden
        accept={ACCEPT}
        multiple={multiple}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          currentTarget.value = ''
          if (files.length > 0) onChoose(files)
        }}
      />
      {children(() => input?.click())}
    </>
  )
}
