import { Button, Menu } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { HeaderMenuProps } from './header-menu-props.ts'

interface OpenMenuProps {
  button: Omit<HeaderMenuProps, 'items'>
  children: ReactNode
}

/** The menu of a `HeaderMenu`. Initially open, because it loads when the button is pressed. */
export function OpenMenu({ button, children }: OpenMenuProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <Menu opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Button {...button} title={button['aria-label']} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
