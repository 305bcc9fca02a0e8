import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SidePanel.module.css'

interface SidePanelProps {
  title: string
  /** As tall as the page: a part of what is inside scrolls, not the whole. */
  fills?: boolean
  onClose: () => void
  children: ReactNode
}

/** A panel over the end of the page, in which the table is set up. */
export function SidePanel({ title, fills = false, onClose, children }: SidePanelProps) {
  const { t } = useTranslation()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      classNames={{
        title: classes.title ?? '',
        ...(fills && { body: classes.filling ?? '', content: classes.filled ?? '' }),
      }}
    >
      {children}
    </Drawer>
  )
}
