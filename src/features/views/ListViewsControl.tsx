import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconDeviceFloppy, IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isolate } from '#/lib/bidi.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './ViewsControl.module.css'
import { PROJECT_LIST, useNamedViews } from './personal-views.ts'

const ListViewsPanel = lazyPart(async () => (await import('./ListViewsPanel.tsx')).ListViewsPanel, {
  namespaces: ['columns'],
})

export interface ListViewsControlProps {
  /** The parameters of the address that say what is listed: filters and order, without the page. */
  address: string
  onShow: (address: string) => void
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const
const ALL = ''
/** Names are kept apart from {@link ALL}. */
const keyOf = (name: string) => `view:${name}`

/** The menu of the user's views of the list of projects. */
export function ListViewsControl({ address, onShow }: ListViewsControlProps) {
  const { t } = useTranslation(['project-list', 'columns'])
  const named = useNamedViews(PROJECT_LIST)
  const [purpose, setPurpose] = useState<'save' | 'manage' | null>(null)
  const [openedName, setOpenedName] = useState<string | null>(null)
  const shown = named.views.find((view) => view.address['search'] === address)
  // A view that was opened keeps its name when the list is changed, until all projects are shown.
  const name = shown?.name ?? (address === '' ? null : openedName)
  if (name !== openedName) setOpenedName(name)
  const opened = named.views.find((view) => view.name === name)
  const isChanged = opened !== undefined && opened !== shown

  const show = (key: string) => onShow(named.views.find((view) => keyOf(view.name) === key)?.address['search'] ?? ALL)
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant="default"
            className={classes.button ?? ''}
            aria-label={
              opened
                ? t(isChanged ? 'views.changed' : 'views.active', { name: isolate(opened.name) })
                : t('views.button')
            }
            leftSection={<IconBookmark {...ICON} />}
            rightSection={<IconChevronDown {...ICON} />}
          >
            <bdi className={classes.name}>{opened?.name ?? t('views.button')}</bdi>
            {isChanged && <span className={classes.changed} title={t('views.differs')} />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDeviceFloppy {...ICON} />} onClick={() => setPurpose('save')}>
            {t('views.saveAs')}
          </Menu.Item>
          {isChanged && (
            <Menu.Item
              leftSection={<IconDeviceFloppy {...ICON} />}
              onClick={() => {
                // Another tab has changed it: the panel shows the present views.
                if (!named.save({ name: opened.name, address: { search: address } })) setPurpose('manage')
              }}
            >
              {t('views.update', { name: isolate(opened.name) })}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconListDetails {...ICON} />} onClick={() => setPurpose('manage')}>
            {t('views.manage')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.RadioGroup value={shown ? keyOf(shown.name) : address === '' ? ALL : '-'} onChange={show}>
            {named.views.map((view) => (
              <Menu.RadioItem key={view.name} value={keyOf(view.name)} closeMenuOnClick>
                <bdi>{view.name}</bdi>
              </Menu.RadioItem>
            ))}
            <Menu.RadioItem value={ALL} closeMenuOnClick>
              {t('views.all')}
            </Menu.RadioItem>
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      {purpose !== null && (
        <ListViewsPanel
          named={named}
          address={address}
          isSaving={purpose === 'save'}
          onShow={onShow}
          onClose={() => setPurpose(null)}
        />
      )}
    </>
  )
}
