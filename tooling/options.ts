import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Failure } from './fail.ts'

/**
 * Parses a task's options.
 * @throws Failure with the list of options if one is unknown or invalid
 */
export function readOptions<Config extends ParseArgsConfig>(config: Config, help: string) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\nThe options are: ${help}`)
  }
}
