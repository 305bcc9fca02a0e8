import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './ListCells.module.css'

const NewProjectDialog = lazyPart(async () => (await import('./NewProjectDialog.tsx')).NewProjectDialog)

interface NewProjectButtonProps {
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
  /** Called with the uid of the project that was made. */
  onCreated: (assetUid: string) => void
}

/** A button to make a project of a template or of another project. */
export function NewProjectButton({ isOpen, onOpen, onClose, onCreated }: NewProjectButtonProps) {
  const { t } = useTranslation('project-actions')
  return (
    <>
      <Button
        className={classes.newProject ?? ''}
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={onOpen}
      >
        {t('new.button')}
      </Button>
      {isOpen && <NewProjectDialog onClose={onClose} onCreated={onCreated} />}
    </>
  )
}
