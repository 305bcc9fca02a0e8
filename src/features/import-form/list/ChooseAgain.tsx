import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { ChooseFiles } from '#/features/import-form/ChooseFiles.tsx'
import { startImports } from '#/features/import-form/job/run-imports.ts'

interface ChooseAgainProps {
  label: string
  /** The file was chosen and is checked. It is imported unless it is held. */
  onChecked: (importId: string, isHeld: boolean) => void
}

/** Starts to import a file whose former import is not known any more. */
export function ChooseAgain({ label, onChecked }: ChooseAgainProps) {
  const client = useQueryClient()
  return (
    <ChooseFiles
      onChoose={(files) => {
        for (const { id, isHeld } of startImports(client, files.slice(0, 1)))
          void isHeld.then((held) => onChecked(id, held))
      }}
    >
      {(open) => <Button onClick={open}>{label}</Button>}
    </ChooseFiles>
  )
}
