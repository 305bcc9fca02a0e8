import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import type { DatasetColumns } from '#/dataset/rows/use-columns.ts'
import { isolate } from '#/lib/bidi.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './ViewsControl.module.css'
import { useNamedViews } from './personal-views.ts'
import { type ActiveView, useActiveView } from './use-active-view.ts'

const ViewsItems = lazyPart(async () => (await import('./ViewsItems.tsx')).ViewsItems, { namespaces: ['columns'] })
const ViewsPanel = lazyPart(async () => (await import('./ViewsPanel.tsx')).ViewsPanel, { namespaces: ['columns'] })

export interface ViewsControlProps {
  asset: Asset
  view: DatasetQuery
  columns: DatasetColumns
  onView: (view: DatasetQuery) => void
}

/** The parts of the control share the user's views, as each reads the storage only once. */
export interface ViewsProps extends ViewsControlProps {
  named: ReturnType<typeof useNamedViews>
  active: ActiveView
}

/** Why the panel of views was opened. */
export type PanelPurpose = 'save' | 'manage' | 'saveForEveryone'

/** The menu of views; its button has the name of the view that the table shows. */
export function ViewsControl(props: ViewsControlProps) {
  const { asset, view } = props
  const { t } = useDisplay()
  const named = useNamedViews(asset.uid)
  const active = useActiveView(asset, view, named.views)
  const [purpose, setPurpose] = useState<PanelPurpose | null>(null)
  const name =
    active?.kind === 'personal' ? active.name : active?.kind === 'project' ? t('view.everyone') : t('view.none')
  const isNamed = active !== null && active.kind !== 'default'
  const label = active?.changed ? 'view.changed' : 'view.active'
  const parts = { ...props, named, active }
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant="default"
            className={classes.button ?? ''}
            aria-label={isNamed ? t(label, { name: isolate(name) }) : t('view.none')}
            leftSection={<IconBookmark size={16} stroke={1.75} aria-hidden />}
            rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />}
            onPointerEnter={() => void ViewsItems.preload()}
            onFocus={() => void ViewsItems.preload()}
          >
            <bdi className={classes.name}>{name}</bdi>
            {active?.changed && <span className={classes.changed} title={t('view.differs')} />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ViewsItems {...parts} onPanel={setPurpose} />
        </Menu.Dropdown>
      </Menu>
      {purpose !== null && <ViewsPanel {...parts} purpose={purpose} onClose={() => setPurpose(null)} />}
    </>
  )
}
