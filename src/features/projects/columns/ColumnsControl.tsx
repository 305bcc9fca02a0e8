import { Button } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectColumnChoice } from '#/features/projects/use-project-columns.ts'
import button from '#/ui/compact-button.module.css'
import { lazyPart } from '#/ui/lazy-part.tsx'

const ColumnsPanel = lazyPart(async () => (await import('./ColumnsPanel.tsx')).ColumnsPanel, {
  namespaces: ['columns'],
})

/** The button that opens the choice of columns. */
export function ColumnsControl({ columns }: { columns: ProjectColumnChoice }) {
  const { t } = useTranslation('project-list')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        className={button.compact ?? ''}
        aria-haspopup="dialog"
        leftSection={<IconColumns3 size={16} stroke={1.75} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        <span className={button.label}>{t('columns.button')}</span>
      </Button>
      {isOpen && <ColumnsPanel columns={columns} onClose={() => setIsOpen(false)} />}
    </>
  )
}
