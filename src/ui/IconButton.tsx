import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core'
import type { ComponentProps } from 'react'

interface IconButtonProps extends ActionIconProps, Omit<ComponentProps<'button'>, keyof ActionIconProps> {
  /** Its accessible name, which is also its tooltip. */
  label: string
}

/** A button that shows only an icon, with a tooltip. */
export function IconButton({ label, ...button }: IconButtonProps) {
  return (
    <Tooltip label={label} openDelay={400} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon variant="default" aria-label={label} {...button} />
    </Tooltip>
  )
}
