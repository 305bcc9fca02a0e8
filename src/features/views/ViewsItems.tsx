import { Menu } from '@mantine/core'
import { IconDeviceFloppy, IconListDetails, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { readDatasetQuery, writeDatasetQuery } from '#/dataset/query/query.ts'
import { isolate } from '#/lib/bidi.ts'
import type { PanelPurpose, ViewsProps } from './ViewsControl.tsx'
import { viewAddress } from './personal-views.ts'
import { viewOfProject } from './project-view.ts'
import { defaultView } from './use-active-view.ts'

interface ViewsItemsProps extends ViewsProps {
  onPanel: (purpose: PanelPurpose) => void
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const
const PROJECT = 'project'
const DEFAULT = 'default'
/** Names are kept apart from the keys above. */
const keyOf = (name: string) => `view:${name}`

/** The items of the menu of views: which to show, and how to save the table as one. */
export function ViewsItems({ asset, view, onView, named, active, onPanel }: ViewsItemsProps) {
  const { t } = useTranslation('columns')
  const { views, save } = named
  const ofProject = viewOfProject(asset)
  const changedName = active?.kind === 'personal' && active.changed ? active.name : null
  const value = active === null || active.changed ? '' : active.kind === 'personal' ? keyOf(active.name) : active.kind
  const show = (key: string) => {
    const saved = views.find(({ name }) => keyOf(name) === key)
    if (saved) onView(readDatasetQuery(new URLSearchParams(saved.address)))
    else onView({ ...defaultView(view), ...(key === PROJECT && ofProject) })
  }
  return (
    <>
      <Menu.Item leftSection={<IconDeviceFloppy {...ICON} />} onClick={() => onPanel('save')}>
        {t('views.saveAs')}
      </Menu.Item>
      {changedName !== null && (
        <Menu.Item
          leftSection={<IconDeviceFloppy {...ICON} />}
          onClick={() => {
            // Another tab has changed it: the panel shows the present views.
            const isSaved = save({ name: changedName, address: viewAddress(writeDatasetQuery(view)) })
            if (!isSaved) onPanel('manage')
          }}
        >
          {t('views.update', { name: isolate(changedName) })}
        </Menu.Item>
      )}
      {assetCan.edit(asset) && (
        <Menu.Item leftSection={<IconUsers {...ICON} />} onClick={() => onPanel('saveForEveryone')}>
          {t('views.saveForEveryone')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconListDetails {...ICON} />} onClick={() => onPanel('manage')}>
        {t('views.manage')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.RadioGroup value={value} onChange={show}>
        {views.map(({ name }) => (
          <Menu.RadioItem key={name} value={keyOf(name)} closeMenuOnClick>
            <bdi>{name}</bdi>
          </Menu.RadioItem>
        ))}
        {Object.keys(ofProject).length > 0 && (
          <Menu.RadioItem value={PROJECT} closeMenuOnClick>
            {t('views.showProject')}
          </Menu.RadioItem>
        )}
        <Menu.RadioItem value={DEFAULT} closeMenuOnClick>
          {t('views.showDefault')}
        </Menu.RadioItem>
      </Menu.RadioGroup>
    </>
  )
}
