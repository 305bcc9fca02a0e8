import { lazy, Suspense } from 'react'
import { i18n } from '#/i18n/i18n.ts'
import type { FindBarProps } from './FindBar.tsx'
import { isFinding, useFinding } from './finding.ts'

const FindBar = lazy(async () => {
  const [{ FindBar: bar }] = await Promise.all([import('./FindBar.tsx'), i18n.loadNamespaces('finding')])
  return { default: bar }
})

/** The place over the rows where one looks for something in them. */
export function Find(props: FindBarProps) {
  const isOpen = useFinding(props.find, isFinding)
  return <Suspense>{isOpen && <FindBar {...props} />}</Suspense>
}
