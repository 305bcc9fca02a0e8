import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { createSharedValue } from '#/ui/shared-value.ts'
import type { ActionKind } from './project-can.ts'

/** An action that a person has chosen, and the projects it is for; `null`: all that match. */
export interface RequestedAction {
  kind: ActionKind
  projects: readonly AssetListItem[] | null
}

/** The action whose dialog is open; `null` for none. */
export const requestedAction = createSharedValue<RequestedAction | null>(null)
