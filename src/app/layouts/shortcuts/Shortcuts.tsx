import { useWindowEvent } from '@mantine/hooks'
import { useSyncExternalStore } from 'react'
import { connections } from '#/api/connection.ts'
import { isTextField } from '#/lib/text-field.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { isJumpOpen, isShortcutsOpen } from './shortcuts.ts'

const ShortcutsDialog = lazyPart(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog, {
  namespaces: ['shortcuts'],
})

const JumpTo = lazyPart(async () => (await import('#/app/layouts/jump/JumpTo.tsx')).JumpTo, {
  namespaces: ['jump', 'project'],
})

/** A field, which gets the focus, or a button that opens one. */
const SEARCH = '[aria-keyshortcuts="/"]'

function goToSearch(): boolean {
  const search = document.querySelector<HTMLElement>(SEARCH)
  if (search instanceof HTMLInputElement) {
    search.focus()
    search.select()
  } else search?.click()
  return search !== null
}

/**
 * The keys that work on every page: `?` shows all shortcuts, `/` goes to the search; not while something is typed. Ctrl+K, or
 * Command+K, opens the search for projects and pages, also then.
 */
export function Shortcuts() {
  const isOpen = useSyncExternalStore(isShortcutsOpen.subscribe, isShortcutsOpen.get)
  const isJumping = useSyncExternalStore(isJumpOpen.subscribe, isJumpOpen.get)
  useWindowEvent('keydown', (event) => {
    const isDialogOpen = document.querySelector('[role=dialog][aria-modal=true]') !== null
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      if (event.defaultPrevented || isDialogOpen || !connections.current()) return
      event.preventDefault()
      isJumpOpen.set(true)
      return
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return
    if (isDialogOpen) return
    if (event.key === '?') isShortcutsOpen.set(true)
    else if (event.key !== '/' || !goToSearch()) return
    event.preventDefault()
  })
  return (
    <>
      {isOpen && <ShortcutsDialog onClose={() => isShortcutsOpen.set(false)} />}
      {isJumping && <JumpTo onClose={() => isJumpOpen.set(false)} />}
    </>
  )
}
