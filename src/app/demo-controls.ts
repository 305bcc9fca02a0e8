import { createContext, use } from 'react'

/** How the app reaches the demo server, which only `main` knows. */
export interface DemoControls {
  /** Loads the demo, and connects to it. */
  start: () => Promise<void>
  /** Forgets all that was changed in it. */
  reset: () => Promise<void>
}

const DemoControlsContext = createContext<DemoControls | null>(null)

export const DemoControlsProvider = DemoControlsContext.Provider

export function useDemoControls(): DemoControls {
  const controls = use(DemoControlsContext)
  if (!controls) throw new Error('No demo here')
  return controls
}
