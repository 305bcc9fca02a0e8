import type { KeyboardEvent } from 'react'
import type { FindKey } from './data-grid-props.ts'

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
  /** The menu of the current column. */
  menu: () => void
  /** To the next row, or the one before, of the one that is open; false where none is. */
  step: (forward: boolean) => boolean
  /** False where nothing comes of it. */
  find: (what: FindKey) => boolean
  isRtl: boolean
  /** False for a key that does not move. */
  move: (press: { key: string; ctrl: boolean; shift: boolean }) => boolean
}

/** After the ARIA practices' data grid. */
export function onGridKey(event: KeyboardEvent, keys: GridKeys) {
  // Keys within a cell's own menu are that menu's, also where React lets them rise from a portal.
  if (event.target !== event.currentTarget) return
  const ctrl = event.ctrlKey || event.metaKey
  // A menu that opens by this key hears it, too, where it rises further, and takes it for one outside.
  const openMenu = () => {
    event.stopPropagation()
    keys.menu()
  }
  const isDone = () => {
    if (event.altKey) {
      if (event.key === 'ArrowDown') openMenu()
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        return keys.step((event.key === 'ArrowRight') !== keys.isRtl)
      } else return false
      return true
    }
    switch (event.key) {
      case 'ContextMenu':
        openMenu()
        return true
      case 'F10':
        if (event.shiftKey) openMenu()
        return event.shiftKey
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
        if (keys.enter()) event.stopPropagation()
        else if (event.key === 'Enter') keys.open()
        return true
      case 'a':
      case 'A':
        if (!ctrl || event.shiftKey) return false
        keys.selectAll()
        return true
      case 'f':
      case 'F':
        return ctrl && !event.shiftKey && keys.find('open')
      case 'F3':
        return keys.find(event.shiftKey ? 'previous' : 'next')
      default:
        return keys.move({ key: event.key, ctrl, shift: event.shiftKey })
    }
  }
  if (isDone()) event.preventDefault()
}
