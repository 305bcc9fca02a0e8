import { Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconArchive,
  IconArchiveOff,
  IconChevronDown,
  IconCopy,
  IconDots,
  IconDownload,
  IconTag,
  IconTagOff,
  IconTrash,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { isUnderWay } from '#/lib/batch-job/batch-job.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import classes from './ProjectsBar.module.css'
import menu from './RowMenu.module.css'
import { isHeld } from './jobs/project-job.ts'
import { useProjectJob } from './jobs/project-place.ts'
import { type ActionKind, possibilityOf } from './project-can.ts'
import { requestedAction } from './requested-action.ts'
import type { Selection } from './selection/selection.ts'

interface SelectionActionsProps {
  selection: Selection
  count: number
  username: string
  /** Whether all actions are in one menu. */
  isFolded: boolean
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

const ACTIONS: { kind: ActionKind; Icon: typeof IconTag; isSecondary?: boolean }[] = [
  { kind: 'share', Icon: IconUserPlus },
  { kind: 'archive', Icon: IconArchive },
  { kind: 'tag', Icon: IconTag },
  { kind: 'download', Icon: IconDownload },
  { kind: 'unarchive', Icon: IconArchiveOff, isSecondary: true },
  { kind: 'untag', Icon: IconTagOff, isSecondary: true },
  { kind: 'stopSharing', Icon: IconUserMinus, isSecondary: true },
  { kind: 'clone', Icon: IconCopy, isSecondary: true },
  { kind: 'delete', Icon: IconTrash },
]

/** The actions on the selected projects, each with the number on which it is possible, and the reason where that is none. */
export function SelectionActions({ selection, count, username, isFolded }: SelectionActionsProps) {
  const { t } = useTranslation('project-actions')
  const format = useFormat()
  const job = useProjectJob()
  const isNarrow = useMediaQuery('(max-width: 1100px)', undefined, { getInitialValueInEffect: false }) || isFolded
  const isBusy = job !== null && (isUnderWay(job) || isHeld(job))
  const { isAll } = selection

  const actions = ACTIONS.map(({ kind, Icon, isSecondary = false }) => {
    // Of those on other pages nothing is known before they are read.
    const { possible, obstacles } = possibilityOf(kind, selection.projects.values(), username)
    return {
      kind,
      Icon,
      isSecondary,
      isDisabled: isBusy || (!isAll && possible.length === 0),
      label: t(`action.${kind}`, { count: isAll ? count : possible.length }),
      /** Why it is possible on fewer than all. */
      note: isAll
        ? ''
        : format.list([...obstacles].map(([reason, number]) => t(`obstacle.${reason}`, { count: number }))),
      onClick: () => requestedAction.set({ kind, projects: isAll ? null : [...selection.projects.values()] }),
    }
  })
  const items = (chosen: typeof actions) =>
    chosen.map(({ kind, Icon, label, note, isDisabled, onClick }) => (
      <Menu.Item
        key={kind}
        leftSection={<Icon {...ICON} />}
        disabled={isDisabled}
        {...(kind === 'delete' && { className: menu.destructive ?? '' })}
        onClick={onClick}
      >
        {label}
        {note && <span className={menu.reason}>{note}</span>}
      </Menu.Item>
    ))

  if (isNarrow)
    return (
      <Menu position="top-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown {...ICON} />}>
            {t('action.menu', { count })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={menu.dropdown ?? ''}>{items(actions)}</Menu.Dropdown>
      </Menu>
    )
  const archive = actions.find(({ kind }) => kind === 'archive')
  const button = ({ kind, Icon, label, isDisabled, onClick }: (typeof actions)[number]) => (
    <Button
      key={kind}
      variant="default"
      {...(kind === 'delete' && { variant: 'outline', color: 'brick' })}
      leftSection={<Icon {...ICON} />}
      disabled={isDisabled}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  return (
    <div className={classes.actions}>
      {actions.slice(0, 2).map(button)}
      {archive?.note && <span className={classes.note}>{archive.note}</span>}
      {actions.slice(2, 4).map(button)}
      <Menu position="top-end">
        <Menu.Target>
          <IconButton size="var(--fb-ctl)" label={t('action.more')}>
            <IconDots {...ICON} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown className={menu.dropdown ?? ''}>
          {items(actions.filter(({ isSecondary }) => isSecondary))}
        </Menu.Dropdown>
      </Menu>
      {actions.slice(-1).map(button)}
    </div>
  )
}
