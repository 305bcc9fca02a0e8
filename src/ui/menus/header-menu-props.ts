import { type ButtonProps } from '@mantine/core'
import { type ReactNode } from 'react'

export interface HeaderMenuProps extends Omit<ButtonProps, 'children'> {
  'aria-label': string
  /** The content of the button. */
  children: ReactNode
  /** Loads the menu's items. */
  items: () => Promise<ReactNode>
}
