import type { AssetUsage, ServiceUsage } from '#/api/kpi/usage/schema.ts'

export type AmountKind = keyof ServiceUsage['balances']

/** One kind of usage. */
export interface Amount {
  kind: AmountKind
  /** In the current period; `null` for what does not begin anew with it. */
  current: number | null
  all: number
  /** `null` without one. */
  limit: number | null
}

/** The kinds of usage that a server counts. */
export function amountsOf({
  total_submission_count: submissions,
  total_storage_bytes: bytes,
  total_nlp_usage: nlp,
  balances,
}: ServiceUsage): Amount[] {
  const amount = (kind: AmountKind, current: number | null, all: number): Amount => ({
    kind,
    current,
    all,
    limit: balances[kind]?.effective_limit ?? null,
  })
  return [
    amount('submission', submissions.current_period, submissions.all_time),
    amount('storage_bytes', null, bytes),
    amount('asr_seconds', nlp.asr_seconds_current_period, nlp.asr_seconds_all_time),
    amount('mt_characters', nlp.mt_characters_current_period, nlp.mt_characters_all_time),
    amount('llm_requests', nlp.llm_requests_current_period, nlp.llm_requests_all_time),
  ]
}

/** The first day of a period, which the server counts in UTC [0143]. */
export const firstDayOf = (start: string): string => dayOf(start, 0)

/** The last day of a period, whose end is not included [0143]. */
export const lastDayOf = (end: string): string => dayOf(end, -1)

function dayOf(time: string, offset: number): string {
  const moment = Date.parse(time)
  return Number.isNaN(moment) ? time : new Date(moment + offset).toISOString().slice(0, 10)
}

export type ProcessingKind = Extract<AmountKind, 'asr_seconds' | 'mt_characters' | 'llm_requests'>

const PROCESSING: readonly ProcessingKind[] = ['asr_seconds', 'mt_characters', 'llm_requests']

/** The kinds of automatic processing that were used at any time; many servers offer none. */
export const processingOf = ({ total_nlp_usage: nlp }: ServiceUsage): ProcessingKind[] =>
  PROCESSING.filter((kind) => nlp[`${kind}_all_time`] > 0)

/** How much automatic processing a project used at any time. */
export const processedBy = ({ nlp_usage_all_time: nlp }: AssetUsage, kind: ProcessingKind): number =>
  nlp[`total_nlp_${kind}`]
