import { Button, type ButtonProps } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './CopyButton.module.css'

interface CopyButtonProps extends Pick<ButtonProps, 'variant'> {
  text: string
  label: string
  /** Its accessible name, where several buttons have one label. */
  description?: string
}

/** Copies a text, and shows beside it whether it was copied. */
export function CopyButton({ text, label, description, variant = 'default' }: CopyButtonProps) {
  const { t } = useTranslation()
  const clipboard = useClipboard()
  const Icon = clipboard.copied ? IconCheck : IconCopy
  return (
    <span className={classes.place}>
      <Button
        variant={variant}
        aria-label={description}
        leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
        onClick={() => clipboard.copy(text)}
      >
        {label}
      </Button>
      <span role="status" className={classes.result} data-failed={clipboard.error !== null || undefined}>
        {clipboard.copied && t('action.copied')}
        {clipboard.error && t('action.notCopied')}
      </span>
    </span>
  )
}
