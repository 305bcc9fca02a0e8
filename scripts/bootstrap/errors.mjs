/** A failure whose message says all that helps; its stack would not. */
export class BootstrapError extends Error {}
