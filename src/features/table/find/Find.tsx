import { lazyPart } from '#/ui/lazy-part.tsx'
import { useLoadSoon } from '#/ui/use-load-soon.ts'
import type { FindBarProps } from './FindBar.tsx'
import { isFindOpen, useFind } from './find-store.ts'

const FindBar = lazyPart(async () => (await import('./FindBar.tsx')).FindBar, { words: ['finding'] })

/** The place over the rows where one looks for something in them. */
export function Find(props: FindBarProps) {
  useLoadSoon(FindBar.preload) // what is typed after the key is typed into it
  const isOpen = useFind(props.find, isFindOpen)
  return isOpen && <FindBar {...props} />
}
