import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { offeredActions } from '#/api/kpi/deployment/offered-actions.ts'
import { DeploymentDialog } from './DeploymentDialog.tsx'
import { DeploymentContext } from './deployment-context.ts'

interface DeploymentProviderProps {
  asset: Asset
  /** Where people are added. */
  sharingPath: string
  /** The switch that lets anyone submit without signing in. */
  signInSwitch?: ReactNode
  /** Where the saved form is compared with the running one. */
  comparisonPath: string
  /** The dialog that is open at first, if the action is offered. */
  initialAction?: DeploymentAction | undefined
  children: ReactNode
}

/** The deployment dialog of a project, for the buttons below. It stays when the status, and with it the button, changes. */
export function DeploymentProvider({
  asset,
  sharingPath,
  signInSwitch,
  comparisonPath,
  initialAction,
  children,
}: DeploymentProviderProps) {
  const actionsRef = useRef<HTMLDivElement>(null)
  const hasAsked = useRef(false)
  const [asked, setAsked] = useState<{ action: DeploymentAction; opened: boolean } | null>(() =>
    initialAction && isOffered(asset, initialAction) ? { action: initialAction, opened: true } : null,
  )
  useEffect(() => {
    const isFocusLost = asked === null && hasAsked.current && document.activeElement === document.body
    if (isFocusLost) actionsRef.current?.focus()
    hasAsked.current = asked !== null
  }, [asked])
  const context = useMemo(
    () => ({ ask: (action: DeploymentAction) => setAsked({ action, opened: true }), actionsRef }),
    [],
  )

  return (
    <DeploymentContext value={context}>
      {children}
      {asked && (
        <DeploymentDialog
          asset={asset}
          sharingPath={sharingPath}
          signInSwitch={signInSwitch}
          comparisonPath={comparisonPath}
          {...asked}
          onClose={() => setAsked({ ...asked, opened: false })}
          onClosed={() => setAsked(null)}
        />
      )}
    </DeploymentContext>
  )
}

function isOffered(asset: Asset, action: DeploymentAction) {
  const { primary, more } = offeredActions(asset)
  return primary === action || more.includes(action)
}
