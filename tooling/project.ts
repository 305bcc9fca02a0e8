import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Whether nobody is there to look at a browser or to stop what runs on. */
export const isUnattended = Boolean(process.env['CI'])
