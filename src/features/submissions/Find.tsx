import { lazy, Suspense } from 'react'
import { i18n } from '#/i18n/i18n.ts'
import { useLoadSoon } from '#/ui/use-load-soon.ts'
import type { FindBarProps } from './FindBar.tsx'
import { isFinding, useFinding } from './finding.ts'

const loadFindBar = async () => {
  const [{ FindBar: bar }] = await Promise.all([import('./FindBar.tsx'), i18n.loadNamespaces('finding')])
  return { default: bar }
}
const FindBar = lazy(loadFindBar)

/** The place over the rows where one looks for something in them. */
export function Find(props: FindBarProps) {
  useLoadSoon(loadFindBar) // what is typed after the key is typed into it
  const isOpen = useFinding(props.find, isFinding)
  return <Suspense>{isOpen && <FindBar {...props} />}</Suspense>
}
