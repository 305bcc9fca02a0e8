import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ConfirmDialog.module.css'
import { Dialog, DialogActions } from './Dialog.tsx'

interface ConfirmDialogProps {
  opened: boolean
  /** Asks, with the count. */
  title: ReactNode
  /** Consequence, what is personal, how to undo. */
  children: ReactNode
  /** The safe way out, first; "Cancel" by default. */
  cancelLabel?: string
  /** Absent where there is nothing to confirm. */
  confirmLabel?: string
  confirmIcon?: ReactNode
  /** petrol for what can be undone, plum for what opens to the public, brick for what is lost. */
  hue?: 'petrol' | 'plum' | 'brick'
  /** False until the person ticked or typed what is asked. */
  ready?: boolean
  pending?: boolean
  onConfirm?: () => void
  onClose: () => void
  /** After it has left the screen. */
  onClosed?: () => void
}

/** Says what will happen before it happens. */
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
