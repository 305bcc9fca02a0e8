import { IconArchive, IconBroadcast, IconCircleDashed, IconPencilExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './StatusTag.module.css'

type TaggedStatus = 'draft' | 'deployed' | 'archived' | 'unpublished'

const ICONS = {
  draft: IconCircleDashed,
  deployed: IconBroadcast,
  archived: IconArchive,
  unpublished: IconPencilExclamation,
} as const

interface StatusTagProps {
  status: TaggedStatus
  /** On its tint, as in a page's head; else plain, as in a list. */
  filled?: boolean
}

/** A project's state by shape, word, then colour. */
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
