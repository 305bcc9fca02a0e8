import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ConfirmDialog.module.css'
import { Dialog, DialogActions } from './Dialog.tsx'

interface ConfirmDialogProps {
  opened: boolean
  /** A question, with the number of items. */
  title: ReactNode
  /** The consequences, which personal data is concerned, and how to undo it. */
  children: ReactNode
  /** Label of the first button, which changes nothing; "Cancel" by default. */
  cancelLabel?: string
  /** Absent if there is nothing to confirm. */
  confirmLabel?: string
  confirmIcon?: ReactNode
  /** petrol: can be undone; plum: makes something public; brick: loses data. */
  hue?: 'petrol' | 'plum' | 'brick'
  /** False until the user has checked or typed what the dialog requires. */
  ready?: boolean
  pending?: boolean
  onConfirm?: () => void
  onClose: () => void
  /** Called after the exit transition. */
  onClosed?: () => void
}

/** A dialog that explains an action before it is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation()
  const { opened, title, children, confirmLabel, confirmIcon, hue = 'petrol', ready = true, pending = false } = props
  return (
    <Dialog
      opened={opened}
      onClose={props.onClose}
      {...(props.onClosed && { onExitTransitionEnd: props.onClosed })}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={!pending}
      closeOnEscape={!pending}
    >
      <div className={classes.body}>{children}</div>
      <DialogActions>
        <Button variant="default" onClick={props.onClose} disabled={pending}>
          {props.cancelLabel ?? t('action.cancel')}
        </Button>
        {confirmLabel !== undefined && (
          <Button color={hue} leftSection={confirmIcon} disabled={!ready} loading={pending} onClick={props.onConfirm}>
            {confirmLabel}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
