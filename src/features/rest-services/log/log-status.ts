import { STATUS } from '#/features/rest-services/undelivered/reasons.ts'

/** The states of an entry, by the server's number. */
export const STATUS_NAMES = ['failed', 'pending', 'sent', 'processing'] as const
export type StatusName = (typeof STATUS_NAMES)[number]

/** The name of a state; `unknown` for one that this app does not know. */
export const statusName = (status: number): StatusName | 'unknown' =>
  STATUS_NAMES.find((name) => STATUS[name] === status) ?? 'unknown'
