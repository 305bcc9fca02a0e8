import { useTranslation } from 'react-i18next'
import { isApple } from '#/lib/apple.ts'
import classes from './Keys.module.css'

const NAMED = ['Shift', 'Space', 'Enter', 'Escape', 'Home', 'End', 'PageUp', 'PageDown', 'Menu'] as const
type NamedKey = (typeof NAMED)[number]
const isNamed = (key: string): key is NamedKey => NAMED.some((named) => named === key)

const ARROWS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowRight: '→',
  ArrowDown: '↓',
  Arrows: '← ↑ → ↓',
}
const APPLE: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }
const OTHER: Record<string, string> = { Mod: 'Ctrl' }

/**
 * A keyboard shortcut, as keys are named in the reader's language and on their keyboard. `Mod` is Command on Apple's,
 * Control elsewhere. It needs the namespace `shortcuts`.
 */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation('shortcuts')
  const apple = isApple()
  const nameOf = (key: string) => (apple ? APPLE : OTHER)[key] ?? ARROWS[key] ?? (isNamed(key) ? t(`keys.${key}`) : key)
  return (
    <kbd dir="ltr" className={classes.keys}>
      {keys
        .split('+')
        .map(nameOf)
        .join(apple ? '' : '+')}
    </kbd>
  )
}
