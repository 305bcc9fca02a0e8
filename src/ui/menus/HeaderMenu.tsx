import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { notifyMissingPart } from '#/ui/feedback/notify.ts'
import classes from './HeaderMenu.module.css'
import type { OpenMenu } from './OpenMenu.tsx'
import { type HeaderMenuProps } from './header-menu-props.ts'

const loadMenu = () => import('./OpenMenu.tsx')

/** A button whose menu loads on hover, focus or click, so that the first page does not include it. */
export function HeaderMenu({ items, ...props }: HeaderMenuProps) {
  const button = {
    ...props,
    title: props['aria-label'],
    rightSection: <IconChevronDown className={classes.arrow} size={14} stroke={1.75} aria-hidden />,
  }
  const [loaded, setLoaded] = useState<{ OpenMenu: typeof OpenMenu; content: ReactNode } | null>(null)
  const load = async () => {
    const [module, content] = await Promise.all([loadMenu(), items()])
    return { OpenMenu: module.OpenMenu, content }
  }
  const preload = () => void load().catch(() => {}) // a click shows the error
  if (loaded) return <loaded.OpenMenu button={button}>{loaded.content}</loaded.OpenMenu>
  return (
    <Button
      {...button}
      title={button['aria-label']}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => void load().then(setLoaded, notifyMissingPart)}
    />
  )
}
