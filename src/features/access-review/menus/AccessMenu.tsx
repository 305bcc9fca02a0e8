import { Menu } from '@mantine/core'
import {
  IconArrowsExchange,
  IconFolder,
  IconShare,
  IconUserMinus,
  IconUserOff,
  IconUserSearch,
  IconWorldOff,
} from '@tabler/icons-react'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { codenamesOf, type Role, ROLES } from '#/api/kpi/permissions/roles.ts'
import { Meter, useAccessName } from '#/features/access-review/AccessMark.tsx'
import type { MenuRequest } from './menu-request.ts'
import { type ReviewedProject, standingOf } from '#/features/access-review/model/review.ts'
import { levelOf, nameOfAccess } from '#/features/access-review/model/role-of-access.ts'
import { obstacleTo, type PlannedChange, type RequestedAccess } from '#/features/access-review/plan/plan.ts'
import classes from './AccessMenu.module.css'

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

const CHOICES = [...ROLES, 'none'] as const

/** What the menus do. */
export interface AccessActions {
  /** Adds changes to the plan, or takes them out of it. */
  onRequest: (requested: readonly RequestedAccess[]) => void
  /** Takes one change out of the plan. */
  onUnplan: (id: string) => void
  onPerson: (username: string) => void
  onProject: (uid: string) => void
  /** Asks before a person is removed from all projects, or replaced in all. */
  onAsk: (question: { kind: 'remove' | 'replace'; username: string }) => void
  linkToSharing: (uid: string) => string
}

interface AccessMenuProps {
  request: MenuRequest
  /** The planned change of the cell. */
  planned: PlannedChange | undefined
  actions: AccessActions
  onClose: () => void
}

/** The menu of a cell, a project or a person, at the place of the pointer. */
export function AccessMenu({ request, planned, actions, onClose }: AccessMenuProps) {
  const { t } = useTranslation('access')
  const { position } = request
  return (
    <Menu opened onClose={onClose} position="bottom-start" middlewares={{ shift: true, flip: true, size: true }}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.anchor}
          style={{ left: position.x, top: position.y }}
          aria-label={t('menu.label')}
        />
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        {request.kind === 'person' ? (
          <PersonItems username={request.username} actions={actions} />
        ) : request.kind === 'cell' ? (
          <CellItems project={request.project} username={request.username} planned={planned} actions={actions} />
        ) : request.kind === 'public' ? (
          <PublicItems project={request.project} planned={planned} actions={actions} />
        ) : (
          <ProjectItems project={request.project} actions={actions} />
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

interface CellItemsProps {
  project: ReviewedProject
  username: string
  planned: PlannedChange | undefined
  actions: AccessActions
}

function CellItems({ project, username, planned, actions }: CellItemsProps) {
  const { t } = useTranslation('access')
  return (
    <>
      <Menu.Label className={classes.title ?? ''}>
        <bdi>{username}</bdi> · <bdi>{project.name}</bdi>
      </Menu.Label>
      <RoleItems project={project} username={username} planned={planned} actions={actions} />
      <Menu.Divider />
      <Menu.Item leftSection={<IconUserSearch {...ICON} />} onClick={() => actions.onPerson(username)}>
        {t('menu.person', { name: username })}
      </Menu.Item>
      <Menu.Item leftSection={<IconFolder {...ICON} />} onClick={() => actions.onProject(project.uid)}>
        {t('menu.project')}
      </Menu.Item>
    </>
  )
}

/** The roles and "No access", with a mark at the one that is planned, or held. */
export function RoleItems({ project, username, planned, actions }: CellItemsProps) {
  const { t } = useTranslation('access')
  const nameOf = useAccessName()
  const obstacle = obstacleTo(project, username)
  if (obstacle) return <Obstacle>{t(`obstacle.${obstacle}`, { owner: project.owner })}</Obstacle>
  const standing = standingOf(project, username)
  const held = planned?.to ?? (standing && standing !== 'owner' ? standing.held : new Set<never>())
  const current = held.size === 0 ? 'none' : nameOfAccess({ held })
  const choose = (role: Role | 'none') =>
    actions.onRequest([{ project, username, to: role === 'none' ? [] : codenamesOf(role) }])
  return (
    <>
      <Menu.RadioGroup
        value={current}
        onChange={(value) => {
          const role = CHOICES.find((choice) => choice === value)
          if (role) choose(role)
        }}
      >
        {CHOICES.map((role) => (
          <Menu.RadioItem
            key={role}
            value={role}
            closeMenuOnClick
            rightSection={role === 'none' ? <IconUserOff {...ICON} /> : <Meter level={levelOf(role) ?? 0} />}
          >
            {nameOf(role)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      {planned && (
        <Menu.Item leftSection={<IconArrowsExchange {...ICON} />} onClick={() => actions.onUnplan(planned.id)}>
          {t('menu.unplan')}
        </Menu.Item>
      )}
    </>
  )
}

function PublicItems({ project, planned, actions }: Omit<CellItemsProps, 'username'>) {
  const { t } = useTranslation('access')
  const obstacle = project.canManage ? null : 'not-manager'
  return (
    <>
      <Menu.Label className={classes.title ?? ''}>
        <bdi>{project.name}</bdi>
      </Menu.Label>
      {planned ? (
        <Menu.Item leftSection={<IconArrowsExchange {...ICON} />} onClick={() => actions.onUnplan(planned.id)}>
          {t('menu.unplan')}
        </Menu.Item>
      ) : project.publicAccess === 'none' ? null : obstacle ? (
        <Obstacle>{t(`obstacle.${obstacle}`, { owner: project.owner })}</Obstacle>
      ) : (
        <Menu.Item
          leftSection={<IconWorldOff {...ICON} />}
          onClick={() => actions.onRequest([{ project, username: ANONYMOUS, to: [] }])}
        >
          {t('menu.notPublic')}
        </Menu.Item>
      )}
      <SharingItem project={project} actions={actions} />
    </>
  )
}

function ProjectItems({ project, actions }: { project: ReviewedProject; actions: AccessActions }) {
  const { t } = useTranslation('access')
  return (
    <>
      <Menu.Label className={classes.title ?? ''}>
        <bdi>{project.name}</bdi>
      </Menu.Label>
      <Menu.Item leftSection={<IconFolder {...ICON} />} onClick={() => actions.onProject(project.uid)}>
        {t('menu.project')}
      </Menu.Item>
      <SharingItem project={project} actions={actions} />
    </>
  )
}

function SharingItem({ project, actions }: { project: ReviewedProject; actions: AccessActions }) {
  const { t } = useTranslation('access')
  return (
    <Menu.Item component={Link} to={actions.linkToSharing(project.uid)} leftSection={<IconShare {...ICON} />}>
      {t('menu.sharing')}
    </Menu.Item>
  )
}

/** What can be done about one person in all projects. */
function PersonItems({ username, actions }: { username: string; actions: AccessActions }) {
  const { t } = useTranslation('access')
  return (
    <>
      <Menu.Label className={classes.title ?? ''}>
        <bdi>{username}</bdi>
      </Menu.Label>
      <Menu.Item leftSection={<IconUserSearch {...ICON} />} onClick={() => actions.onPerson(username)}>
        {t('menu.person', { name: username })}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsExchange {...ICON} />}
        aria-haspopup="dialog"
        onClick={() => actions.onAsk({ kind: 'replace', username })}
      >
        {t('menu.replace')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconUserMinus {...ICON} />}
        aria-haspopup="dialog"
        onClick={() => actions.onAsk({ kind: 'remove', username })}
      >
        {t('menu.removeAll')}
      </Menu.Item>
    </>
  )
}

/** Why nothing can be changed here. */
function Obstacle({ children }: { children: ReactNode }) {
  return (
    <Menu.Item disabled>
      <span className={classes.reason}>{children}</span>
    </Menu.Item>
  )
}
