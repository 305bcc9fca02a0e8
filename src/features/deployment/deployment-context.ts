import { createContext, type RefObject, use } from 'react'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'

interface DeploymentContextValue {
  /** Opens the dialog that confirms an action. */
  ask: (action: DeploymentAction) => void
  /** Gets the focus after an action if the pressed button was removed. */
  actionsRef: RefObject<HTMLDivElement | null>
}

export const DeploymentContext = createContext<DeploymentContextValue | null>(null)

/** The deployment dialog of the project's page. */
export function useDeployment(): DeploymentContextValue {
  const context = use(DeploymentContext)
  if (!context) throw new Error('useDeployment needs a DeploymentProvider')
  return context
}
