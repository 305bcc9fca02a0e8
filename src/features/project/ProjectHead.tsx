import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { DeploymentStatus } from '#/api/kpi/assets/schema.ts'
import { StatusTag } from '#/ui/StatusTag.tsx'
import classes from './ProjectHead.module.css'

interface ProjectHeadProps {
  name: string
  status: DeploymentStatus
  hasUnpublishedChanges: boolean
  isPublic: boolean
  /** Link to the list. */
  back: ReactNode
  actions: ReactNode
}

/** One line: where it stands, its name, its state, what can be done. On a phone it is in the top bar. */
export function ProjectHead({ name, status, hasUnpublishedChanges, isPublic, back, actions }: ProjectHeadProps) {
  return (
    <div className={classes.head}>
      <div className={classes.crumb}>
        {back}
        <IconChevronRight size={14} className={`fb-flip ${classes.chevron}`} aria-hidden />
      </div>
      <div className={classes.title}>
        <h1 className={classes.name}>
          <bdi>{name}</bdi>
        </h1>
        <div className={classes.tags}>
          <StatusTag status={status} filled />
          {hasUnpublishedChanges && <StatusTag status="unpublished" filled />}
          {isPublic && <StatusTag status="public" filled />}
        </div>
      </div>
      <div className={classes.actions}>{actions}</div>
    </div>
  )
}
