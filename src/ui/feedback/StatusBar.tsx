import type { TablerIcon } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import classes from './StatusBar.module.css'

interface StatusBarProps {
  /** Above the page, else below it. */
  place: 'top' | 'bottom'
  icon: TablerIcon
  /** What is read aloud. */
  children: ReactNode
  /** Not read aloud: what counts down, what can be done. */
  aside?: ReactNode
}

/** What holds for the whole page just now. It covers nothing of what is being read, and goes away by itself. */
export function StatusBar({ place, icon: Icon, children, aside }: StatusBarProps) {
  const bar = useReturnedFocus()
  return (
    <div ref={bar} className={classes.bar} data-place={place}>
      <Icon className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <p className={classes.text} role="status">
        {children}
      </p>
      {aside}
    </div>
  )
}

/** Its buttons go away with it; the keyboard goes on in the page. */
function useReturnedFocus() {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bar.current
    return () => {
      if (element?.contains(document.activeElement)) document.querySelector<HTMLElement>('#main')?.focus()
    }
  }, [])
  return bar
}
