import { Button } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import { i18n } from '#/i18n/i18n.ts'
import { useReading } from './reading.ts'
import type { ViewColumns } from './use-columns.ts'
import type { SubmissionsViewState } from './view-state.ts'

const ViewsPanel = lazy(async () => {
  const [{ ViewsPanel: panel }] = await Promise.all([import('./ViewsPanel.tsx'), i18n.loadNamespaces('columns')])
  return { default: panel }
})

export interface ViewsControlProps {
  asset: Asset
  view: SubmissionsViewState
  columns: ViewColumns
  onView: (view: SubmissionsViewState) => void
}

/** The way to views that were kept: the project's, and one's own. */
export function ViewsControl(props: ViewsControlProps) {
  const { t } = useReading()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        aria-haspopup="dialog"
        leftSection={<IconBookmark size={16} stroke={1.75} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('views')}
      </Button>
      <Suspense fallback={null}>{isOpen && <ViewsPanel {...props} onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  )
}
