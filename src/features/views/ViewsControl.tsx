import { Button } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionsViewState } from '#/dataset/query/query.ts'
import type { ViewColumns } from '#/dataset/rows/use-columns.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'

const ViewsPanel = lazyPart(async () => (await import('./ViewsPanel.tsx')).ViewsPanel, { words: ['columns'] })

export interface ViewsControlProps {
  asset: Asset
  view: SubmissionsViewState
  columns: ViewColumns
  onView: (view: SubmissionsViewState) => void
}

/** The way to views that were kept: the project's, and one's own. */
export function ViewsControl(props: ViewsControlProps) {
  const { t } = useDisplay()
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
      {isOpen && <ViewsPanel {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}
