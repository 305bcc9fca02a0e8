import { Menu, useDirection } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

interface SubMenuProps {
  label: ReactNode
  children: ReactNode
}

/**
 * An item of a menu that opens another menu beside it: on hover, by a click, and by Enter, Space or the arrow key that
 * points to it, also from right to left.
 */
export function SubMenu({ label, children }: SubMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const item = useRef<HTMLButtonElement>(null)
  const dropdown = useRef<HTMLDivElement>(null)
  const { dir } = useDirection()
  const [openKey, closeKey] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']

  const takesFocus = useRef(false)
  const focusFirst = () => dropdown.current?.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus()
  useEffect(() => {
    if (isOpen && takesFocus.current) focusFirst()
    takesFocus.current = false
  }, [isOpen])

  const open = () => {
    focusFirst() // it is open already under a mouse
    takesFocus.current = !isOpen
    setOpen(true)
  }
  const onDropdownKey = (event: KeyboardEvent) => {
    if (event.key !== closeKey) return
    event.stopPropagation()
    setOpen(false)
    item.current?.focus()
  }
  return (
    // Fixed, so that the menu around it does not cut it off when it scrolls.
    <Menu.Sub opened={isOpen} onChange={setOpen} floatingStrategy="fixed">
      <Menu.Sub.Target>
        <Menu.Sub.Item ref={item} onClick={open} onKeyDown={(event) => event.key === openKey && open()}>
          {label}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown ref={dropdown} onKeyDown={onDropdownKey}>
        {children}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}
