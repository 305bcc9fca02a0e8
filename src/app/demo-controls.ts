import { createSafeContext } from '@mantine/core'

/** How the app reaches the demo server, which only `main` knows. */
export interface DemoControls {
  /** Loads the demo, and connects to it. */
  start: (options: DemoOptions) => Promise<void>
  chaos: () => Promise<DemoChaos>
  /** Discards all changes. */
  reset: () => Promise<void>
}

interface DemoOptions {
  /** The errors to simulate; '' for none. */
  chaos: string
  /** Whether the projects with which the server fails exist. */
  faultProjects: boolean
}

/** The errors that the demo simulates: docs/demo-differences.md. */
export interface DemoChaos {
  /** Empty if no error is simulated. */
  text: () => string
  set: (text: string) => void
  subscribe: (listener: () => void) => () => void
}

export const [DemoControlsProvider, useDemoControls] = createSafeContext<DemoControls>('No demo here')
