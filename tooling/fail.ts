/** An error that is printed without its stack: the message explains it. */
export class Failure extends Error {}

/** Runs a task and sets the exit code. A {@link Failure} is printed as its message, other errors with their stack. */
export async function runTask(task: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await task()) ?? 0
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}\n` : error)
    process.exitCode = 1
  }
}
