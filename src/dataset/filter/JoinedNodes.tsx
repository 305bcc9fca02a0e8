import { Fragment, type ReactNode } from 'react'
import { useLocale } from '#/i18n/use-locale.ts'

interface JoinedNodesProps {
  join: 'and' | 'or'
  /** With keys of their own. */
  nodes: readonly { key: string; node: ReactNode }[]
}

/** "a, b and c" or "a, b or c", in the reader's language. */
export function JoinedNodes({ join, nodes }: JoinedNodesProps) {
  const locale = useLocale()
  const list = new Intl.ListFormat(locale, { type: join === 'and' ? 'conjunction' : 'disjunction' })
  // The items of the list are the indexes of the nodes.
  return list.formatToParts(nodes.map((_, index) => String(index))).map((part, at) => {
    const element = part.type === 'element' ? nodes[Number(part.value)] : undefined
    return <Fragment key={element?.key ?? at}>{element ? element.node : part.value}</Fragment>
  })
}
