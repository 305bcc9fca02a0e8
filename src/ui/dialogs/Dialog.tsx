import { Modal, type ModalProps } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Dialog.module.css'

/** A modal dialog; on a phone a bottom sheet. Its last child is `DialogActions`. */
export function Dialog(props: ModalProps) {
  return (
    <Modal
      classNames={{
        title: classes.title ?? '',
        header: classes.header ?? '',
        body: classes.body ?? '',
        inner: classes.inner ?? '',
        content: classes.content ?? '',
      }}
      padding="var(--fb-gutter)"
      {...props}
    />
  )
}

/** The buttons of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>
}
