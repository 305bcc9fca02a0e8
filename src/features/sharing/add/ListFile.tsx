import { Button, FileButton } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { namesInFile } from './names-in.ts'

/** A list of people is small; more is another file by mistake. */
const MAX_BYTES = 1_000_000

/** The names in a text or CSV file; `null` where it is not one. */
export async function readList(file: File): Promise<string[] | null> {
  if (file.size > MAX_BYTES) return null
  const text = await file.text()
  return text.includes('\0') ? null : namesInFile(text)
}

/** Chooses a file with a list of names. The same file can be chosen again after it was corrected. */
export function ListFile({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('sharing')
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      accept=".txt,.csv,text/plain,text/csv"
      resetRef={reset}
      onChange={(file) => {
        reset.current?.()
        if (file) onFile(file)
      }}
    >
      {({ onClick }) => (
        <Button
          variant="default"
          title={t('add.fileHelp')}
          leftSection={<IconFileText size={16} stroke={1.75} aria-hidden />}
          onClick={onClick}
        >
          {t('add.file')}
        </Button>
      )}
    </FileButton>
  )
}
