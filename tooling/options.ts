import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Failure } from './fail.ts'

/** Reads a task's options. What is wrong with them is said in a sentence, with the options that there are. */
export function readOptions<Config extends ParseArgsConfig>(config: Config, help: string) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\nThe options are: ${help}`)
  }
}
