import type { KeyboardEvent } from 'react'
import type { FindKey } from './data-grid-props.ts'

/** The commands that keys trigger. */
interface GridCommands {
  /** Enter. Returns false if the active cell has no action of its own. */
  enterCell: () => boolean
  /** F2. */
  editCell: () => void
  openRow: () => void
  escape: () => void
  /** Space. Returns false if the active cell is not a checkbox. */
  toggleRow: () => boolean
  /** Shift+Space. */
  toggleRowsInRange: () => void
  selectAll: () => void
  /** Ctrl+Space. */
  selectColumns: () => void
  openColumnMenu: () => void
  openRowMenu: () => void
  /** Opens the row after or before the open one. Returns false if none is open. */
  openAdjacentRow: (forward: boolean) => boolean
  /** Returns false to leave the key to the browser. */
  find: (command: FindKey) => boolean
  isRtl: boolean
  /** Returns false if the key does not move the active cell. */
  move: (press: { key: string; ctrl: boolean; shift: boolean }) => boolean
}

/** Handles a key press in the grid; the keys follow the data grid of the ARIA Authoring Practices. */
export function onGridKey(event: KeyboardEvent, commands: GridCommands) {
  // Keys pressed in a menu of a cell belong to the menu, even if React bubbles them up from a portal.
  if (event.target !== event.currentTarget) return
  const ctrl = event.ctrlKey || event.metaKey
  // If this key event bubbled further, the menu that it opens would take it for an outside event and close.
  const openMenu = (open: () => void) => {
    event.stopPropagation()
    open()
  }
  const isHandled = () => {
    if (event.altKey) {
      if (event.key === 'ArrowDown') openMenu(commands.openColumnMenu)
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        return commands.openAdjacentRow((event.key === 'ArrowRight') !== commands.isRtl)
      } else return false
      return true
    }
    switch (event.key) {
      case 'ContextMenu':
        openMenu(commands.openRowMenu)
        return true
      case 'F10':
        if (event.shiftKey) openMenu(commands.openRowMenu)
        return event.shiftKey
      case 'Escape':
        commands.escape()
        return false
      case ' ':
        if (ctrl) commands.selectColumns()
        else if (event.shiftKey) commands.toggleRowsInRange()
        else if (!commands.toggleRow()) commands.openRow()
        return true
      case 'Enter':
        if (commands.enterCell()) event.stopPropagation()
        else commands.openRow()
        return true
      case 'F2':
        openMenu(commands.editCell)
        return true
      case 'a':
      case 'A':
        if (!ctrl || event.shiftKey) return false
        commands.selectAll()
        return true
      case 'f':
      case 'F':
        return ctrl && !event.shiftKey && commands.find('open')
      case 'F3':
        return commands.find(event.shiftKey ? 'previous' : 'next')
      default:
        return commands.move({ key: event.key, ctrl, shift: event.shiftKey })
    }
  }
  if (isHandled()) event.preventDefault()
}
