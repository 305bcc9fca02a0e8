import { createSafeContext } from '@mantine/core'

/** How the app reaches the demo server, which only `main` knows. */
export interface DemoControls {
  /** Loads the demo, and connects to it. `chaos`: what shall go wrong on purpose; '' for nothing. */
  start: (chaos: string) => Promise<void>
  chaos: () => Promise<DemoChaos>
  /** Forgets all that was changed in it. */
  reset: () => Promise<void>
}

/** The faults that the demo has on purpose: docs/demo-differences.md. */
export interface DemoChaos {
  /** Empty where nothing goes wrong on purpose. */
  text: () => string
  set: (text: string) => void
  subscribe: (listener: () => void) => () => void
}

export const [DemoControlsProvider, useDemoControls] = createSafeContext<DemoControls>('No demo here')
