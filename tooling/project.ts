import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Whether this runs in CI, without a user. */
export const isUnattended = Boolean(process.env['CI'])
