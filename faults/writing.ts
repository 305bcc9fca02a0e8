import { type QueryClient } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import type { Scenario } from './scenarios.ts'
import type { World } from './world.ts'

/** One thing that the app does at a press of a button. */
export interface Writing {
  factory: string
  /** Which of its ways. */
  way?: string
  /** Reads what the person has before them, then gives what the button does. */
  prepare: (client: QueryClient, world: World) => Promise<() => Promise<unknown>>
  /** Whether the server holds what the person wanted. */
  isDone?: (client: QueryClient) => Promise<boolean>
  /** What one press more comes to where the first was carried out and its answer lost. */
  again?: ApiError['kind']
  /** Doing it twice comes to the same, or is what the person asked for. */
  isRepeatable?: boolean
  /** Its answer has no body that could be spoilt. */
  isBodiless?: boolean
  /** It only reads: a download. */
  isReading?: boolean
  /** How many requests it takes; one where nothing else is said. */
  requests?: number
  /** Where it is not as with JSON. */
  differs?: Record<string, Partial<Scenario>>
}
