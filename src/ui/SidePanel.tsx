import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SidePanel.module.css'

interface SidePanelProps {
  title: string
  /** Fills the height of the page, so that a part of the content scrolls instead of the panel. */
  fills?: boolean
  onClose: () => void
  children: ReactNode
}

/** A drawer at the end of the page with the settings of the table. */
export function SidePanel({ title, fills = false, onClose, children }: SidePanelProps) {
  const { t } = useTranslation()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={title}
      // The table stays readable: it follows what is chosen here.
      overlayProps={{ backgroundOpacity: 0 }}
      shadow="xl"
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
