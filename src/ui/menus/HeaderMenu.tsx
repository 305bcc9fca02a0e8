import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { notifyMissingPart } from '#/ui/feedback/notify.ts'
import type { OpenMenu } from './OpenMenu.tsx'
import { type HeaderMenuProps } from './header-menu-props.ts'

const loadMenu = () => import('./OpenMenu.tsx')

/** A button with a menu that is loaded when it is wanted: the first page comes without it. */
export function HeaderMenu({ items, ...button }: HeaderMenuProps) {
  const [loaded, setLoaded] = useState<{ OpenMenu: typeof OpenMenu; content: ReactNode } | null>(null)
  const load = async () => {
    const [module, content] = await Promise.all([loadMenu(), items()])
    return { OpenMenu: module.OpenMenu, content }
  }
  const preload = () => void load().catch(() => {}) // whoever presses it is told
  if (loaded) return <loaded.OpenMenu button={button}>{loaded.content}</loaded.OpenMenu>
  return (
    <Button
      {...button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => void load().then(setLoaded, notifyMissingPart)}
    />
  )
}
