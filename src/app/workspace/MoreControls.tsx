import { Button, Popover } from '@mantine/core'
import { IconDots, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { type FindStore, isFindOpen, openFind, useFind } from '#/features/table/find/find-store.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import classes from './DataToolbar.module.css'

interface MoreControlsProps {
  find: FindStore
  /** The controls that the toolbar has no room for. */
  children: ReactNode
}

/** What does not fit into the toolbar of a narrow page, in a popover. */
export function MoreControls({ find, children }: MoreControlsProps) {
  const { t } = useDisplay()
  const [isOpen, setOpen] = useState(false)
  const isFinding = useFind(find, isFindOpen)
  return (
    // The search that is opened here takes the focus.
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={300}
      shadow="md"
      trapFocus
      returnFocus={!isFinding}
    >
      <Popover.Target>
        <IconButton size="var(--fb-ctl)" label={t('moreControls')} onClick={() => setOpen(!isOpen)}>
          <IconDots size={18} stroke={1.75} aria-hidden />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.more ?? ''}>
        {children}
        <Button
          variant="default"
          justify="flex-start"
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          onClick={() => {
            setOpen(false)
            openFind(find)
          }}
        >
          {t('find.open')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
