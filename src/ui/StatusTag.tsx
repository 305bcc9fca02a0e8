import { IconArchive, IconBroadcast, IconCircleDashed, IconPencilExclamation, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './StatusTag.module.css'

type TaggedStatus = 'draft' | 'deployed' | 'archived' | 'unpublished' | 'public'

const ICONS = {
  draft: IconCircleDashed,
  deployed: IconBroadcast,
  archived: IconArchive,
  unpublished: IconPencilExclamation,
  public: IconWorld,
} as const

interface StatusTagProps {
  status: TaggedStatus
  /** With a tinted background, as in a page header; without it in lists. */
  filled?: boolean
}

/** A project's status as icon, text and colour. */
export function StatusTag({ status, filled = false }: StatusTagProps) {
  const { t } = useTranslation()
  const Icon = ICONS[status]
  return (
    <span className={classes.tag} data-status={status} data-filled={filled || undefined}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {t(`status.${status}`)}
    </span>
  )
}
