/** An error that is printed without its stack: the message explains it. */
export class BootstrapError extends Error {}
