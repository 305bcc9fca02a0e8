import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AccessMark, useAccessName } from '#/features/access-review/AccessMark.tsx'
import { PlannedAccess } from '#/features/access-review/matrix/PlannedAccess.tsx'
import { type AccessActions, RoleItems } from '#/features/access-review/menus/AccessMenu.tsx'
import { type ReviewedProject, standingOf } from '#/features/access-review/model/review.ts'
import { changeId, obstacleTo, type Plan } from '#/features/access-review/plan/plan.ts'
import classes from './lists.module.css'

interface AccessRowProps {
  /** The project, or the person, whichever the list is of. */
  title: ReactNode
  facts?: ReactNode
  project: ReviewedProject
  username: string
  plan: Plan
  actions: AccessActions
}

/** One person in one project: the role, and a menu that plans another one. */
export function AccessRow({ title, facts, project, username, plan, actions }: AccessRowProps) {
  const { t } = useTranslation('access')
  const nameOf = useAccessName()
  const planned = plan.get(changeId(project.uid, username))
  const standing = standingOf(project, username)
  const obstacle = obstacleTo(project, username)
  const mark = planned ? (
    <PlannedAccess standing={standing} change={planned} />
  ) : (
    <AccessMark standing={standing} nameOf={nameOf} />
  )
  return (
    <li className={classes.row} data-planned={planned !== undefined || undefined}>
      <div className={classes.what}>
        {title}
        {facts !== undefined && <span className={classes.facts}>{facts}</span>}
      </div>
      {obstacle ? (
        <div className={classes.fixed}>
          {mark}
          {obstacle !== 'owner' && (
            <span className={classes.facts}>{t(`obstacle.${obstacle}`, { owner: project.owner })}</span>
          )}
        </div>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              className={classes.role ?? ''}
              rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
            >
              {mark}
              <VisuallyHidden> {t('list.change', { name: username, project: project.name })}</VisuallyHidden>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <RoleItems project={project} username={username} planned={planned} actions={actions} />
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
