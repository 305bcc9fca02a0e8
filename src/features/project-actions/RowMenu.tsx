import { Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconDownload,
  IconFolderOpen,
  IconSettings,
  IconTag,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { isUnderWay } from '#/lib/batch-job/batch-job.ts'
import cells from './ListCells.module.css'
import { isHeld } from './jobs/project-job.ts'
import { useProjectJob } from './jobs/project-place.ts'
import { type ActionKind, obstacleTo } from './project-can.ts'
import { requestedAction } from './requested-action.ts'
import classes from './RowMenu.module.css'

interface RowMenuProps {
  project: AssetListItem
  username: string
  linkTo: (assetUid: string, page: 'summary' | 'sharing' | 'settings') => string
  label: string
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** What can be done with one project; what cannot, with the reason. It opens when it is first rendered. */
export function RowMenu({ project, username, linkTo, label }: RowMenuProps) {
  const { t } = useTranslation('project-actions')
  const job = useProjectJob()
  const isBusy = job !== null && (isUnderWay(job) || isHeld(job))
  const target = useRef<HTMLButtonElement>(null)
  // It takes the place of the button that had the focus.
  useEffect(() => target.current?.focus({ preventScroll: true }), [])

  const item = (kind: ActionKind, icon: ReactNode, isDestructive = false) => {
    const obstacle = isBusy ? 'busy' : obstacleTo(kind, project, username)
    return (
      <Menu.Item
        leftSection={icon}
        disabled={obstacle !== null}
        {...(isDestructive && { className: classes.destructive ?? '' })}
        onClick={() => requestedAction.set({ kind, projects: [project] })}
      >
        {t(`row.${kind}`)}
        {obstacle && <span className={classes.reason}>{t(`reason.${obstacle}`)}</span>}
      </Menu.Item>
    )
  }
  const link = (page: 'summary' | 'sharing' | 'settings', icon: ReactNode) => (
    <Menu.Item leftSection={icon} component={Link} to={linkTo(project.uid, page)}>
      {t(`row.${page}`)}
    </Menu.Item>
  )
  const isArchived = project.deployment_status === 'archived'

  return (
    <Menu position="bottom-end" defaultOpened>
      <Menu.Target>
        <button ref={target} type="button" className={cells.menu} aria-label={label}>
          <IconDots size={18} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        {link('summary', <IconFolderOpen {...ICON} />)}
        {link('sharing', <IconUserPlus {...ICON} />)}
        {link('settings', <IconSettings {...ICON} />)}
        <Menu.Divider />
        {isArchived ? item('unarchive', <IconArchiveOff {...ICON} />) : item('archive', <IconArchive {...ICON} />)}
        {item('clone', <IconCopy {...ICON} />)}
        {item('tag', <IconTag {...ICON} />)}
        {item('download', <IconDownload {...ICON} />)}
        <Menu.Divider />
        {item('delete', <IconTrash {...ICON} />, true)}
      </Menu.Dropdown>
    </Menu>
  )
}
