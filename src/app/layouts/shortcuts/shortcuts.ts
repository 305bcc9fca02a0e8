import { createSharedValue } from '#/ui/shared-value.ts'

/** Whether the dialog with all keyboard shortcuts is open. */
export const isShortcutsOpen = createSharedValue(false)

/** Whether the search for projects, pages and actions is open. */
export const isJumpOpen = createSharedValue(false)
