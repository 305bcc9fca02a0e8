/** A failure whose message says all that helps; its stack would not. */
export class Failure extends Error {}

/** Runs a task to its end and sets the exit code. A {@link Failure} is told as a sentence, anything else with its stack. */
export async function runTask(task: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await task()) ?? 0
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}\n` : error)
    process.exitCode = 1
  }
}
