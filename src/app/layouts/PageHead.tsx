import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import { useIsPhone } from '#/ui/use-is-phone.ts'

/** The element of the top bar that holds the head of a page on a phone. */
export const PageHeadSlot = createContext<HTMLElement | null>(null)

/** The head of a page, or a part of it. On a phone it is in the top bar, in place of the navigation if it has a title. */
export function PageHead({ children }: { children: ReactNode }) {
  const slot = useContext(PageHeadSlot)
  return useIsPhone() && slot ? createPortal(children, slot) : children
}
