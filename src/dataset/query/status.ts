import * as z from 'zod/mini'

/** Validation statuses, in the order in which they are offered. These values are part of URLs and saved views. */
export const Status = z.enum([
  'validation_status_approved',
  'validation_status_not_approved',
  'validation_status_on_hold',
])
export type Status = z.output<typeof Status>
