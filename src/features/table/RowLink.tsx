import type { ComponentProps, MouseEvent } from 'react'
import { createContext, useContext } from 'react'

interface RowLinks {
  /** The address of a row's own page; `null` where rows have none. */
  hrefOf: ((id: number) => string) | null
  onOpen: (id: number) => void
}

/** How rows are opened. */
export const RowLinksContext = createContext<RowLinks>({ hrefOf: null, onOpen: () => {} })

/** Whether the browser would follow a link in this tab. */
const isPlainClick = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent) =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey

/**
 * A link to a row's own page, for a new tab. A plain click opens the row beside the others. Where rows have no page, it
 * is a button.
 */
export function RowLink({ id, ...props }: Omit<ComponentProps<'a'>, 'id'> & { id: number }) {
  const { hrefOf, onOpen } = useContext(RowLinksContext)
  const { className, tabIndex, children } = props
  if (!hrefOf) {
    return (
      <button type="button" className={className} tabIndex={tabIndex} onClick={() => onOpen(id)}>
        {children}
      </button>
    )
  }
  return (
    <a
      {...props}
      href={`#${hrefOf(id)}`}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        if (event.detail < 2) onOpen(id) // the first click of a double click has opened it
      }}
    >
      {children}
    </a>
  )
}
