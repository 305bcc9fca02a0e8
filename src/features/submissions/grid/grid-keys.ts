import type { KeyboardEvent } from 'react'

/** What the grid does by a key. */
interface GridKeys {
  /** Enter or F2 on the current cell: into what it holds; false where it holds nothing to enter. */
  enter: () => boolean
  open: () => void
  escape: () => void
  /** Space, where the current cell holds a tick; false elsewhere. */
  tick: () => boolean
  tickRows: () => void
  selectAll: () => void
  markColumns: () => void
  /** False for a key that does not move. */
  move: (press: { key: string; ctrl: boolean; shift: boolean }) => boolean
}

/** After the ARIA practices' data grid. */
export function onGridKey(event: KeyboardEvent, keys: GridKeys) {
  // Keys within a cell's own menu are that menu's, also where React lets them rise from a portal.
  if (event.target !== event.currentTarget || event.altKey) return
  const ctrl = event.ctrlKey || event.metaKey
  const isDone = () => {
    switch (event.key) {
      case 'Escape':
        keys.escape()
        return false
      case ' ':
        if (ctrl) keys.markColumns()
        else if (event.shiftKey) keys.tickRows()
        else if (!keys.tick()) keys.open()
        return true
      case 'Enter':
      case 'F2':
        // A menu that opens by this key hears it, too, where it rises further, and takes it for one outside.
        if (keys.enter()) event.stopPropagation()
        else if (event.key === 'Enter') keys.open()
        return true
      case 'a':
      case 'A':
        if (!ctrl || event.shiftKey) return false
        keys.selectAll()
        return true
      default:
        return keys.move({ key: event.key, ctrl, shift: event.shiftKey })
    }
  }
  if (isDone()) event.preventDefault()
}
