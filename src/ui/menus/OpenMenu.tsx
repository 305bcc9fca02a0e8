import { Button, Menu } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { HeaderMenuProps } from './header-menu-props.ts'

interface OpenMenuProps {
  button: Omit<HeaderMenuProps, 'items'>
  children: ReactNode
}

/** The menu of a `HeaderMenu`, open from the start: it was loaded because somebody pressed its button. */
export function OpenMenu({ button, children }: OpenMenuProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <Menu opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Button {...button} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
