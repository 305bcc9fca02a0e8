import type { TablerIcon } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import classes from './StatusBar.module.css'

interface StatusBarProps {
  /** The edge of the page at which it is shown. */
  edge: 'top' | 'bottom'
  icon: TablerIcon
  /** Announced by screen readers. */
  children: ReactNode
  /** Not announced: a countdown, buttons. */
  aside?: ReactNode
}

/** A temporary status of the whole page. It covers no content. */
export function StatusBar({ edge, icon: Icon, children, aside }: StatusBarProps) {
  const bar = useFocusOnMainAfterwards()
  return (
    <div ref={bar} className={classes.bar} data-edge={edge}>
      <Icon className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <p className={classes.text} role="status">
        {children}
      </p>
      {aside}
    </div>
  )
}

/** Moves the focus to the page if the bar is removed while one of its buttons has the focus. */
function useFocusOnMainAfterwards() {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bar.current
    return () => {
      if (element?.contains(document.activeElement)) document.querySelector<HTMLElement>('#main')?.focus()
    }
  }, [])
  return bar
}
