import * as z from 'zod/mini'
import { lenient, optional, orNull } from '#/api/lenient.ts'

/** How much of a limit is used (KPI's `usage_calculator.py`); the recordings have none. */
const UsageBalance = z.object({
  effective_limit: z.number(),
  exceeded: lenient(z.boolean(), false),
})

/** `null` without a limit. */
const Balance = orNull(UsageBalance)

const count = lenient(z.number(), 0)

/** Usage of an account; of an organization with several members, the usage of all of them [0140, 0143]. */
export const ServiceUsage = z.object({
  /** Automatic transcription in seconds, translation in characters, analysis in requests. */
  total_nlp_usage: lenient(
    z.object({
      asr_seconds_current_period: count,
      mt_characters_current_period: count,
      llm_requests_current_period: count,
      asr_seconds_all_time: count,
      mt_characters_all_time: count,
      llm_requests_all_time: count,
    }),
    {
      asr_seconds_current_period: 0,
      mt_characters_current_period: 0,
      llm_requests_current_period: 0,
      asr_seconds_all_time: 0,
      mt_characters_all_time: 0,
      llm_requests_all_time: 0,
    },
  ),
  /** Of attachments, without those of deleted projects. */
  total_storage_bytes: z.number(),
  /** With those of deleted projects. */
  total_submission_count: z.object({ all_time: z.number(), current_period: z.number() }),
  current_period_start: z.string(),
  /** Not included. */
  current_period_end: z.string(),
  /** The server calculates it anew only now and then. */
  last_updated: z.string(),
  balances: lenient(
    z.object({
      submission: Balance,
      storage_bytes: Balance,
      asr_seconds: Balance,
      mt_characters: Balance,
      llm_requests: Balance,
    }),
    { submission: null, storage_bytes: null, asr_seconds: null, mt_characters: null, llm_requests: null },
  ),
})
export type ServiceUsage = z.output<typeof ServiceUsage>

const NlpUsage = lenient(
  z.object({ total_nlp_asr_seconds: count, total_nlp_mt_characters: count, total_nlp_llm_requests: count }),
  { total_nlp_asr_seconds: 0, total_nlp_mt_characters: 0, total_nlp_llm_requests: 0 },
)

/** Usage of a project [0141, 0144]. */
export const AssetUsage = z.object({
  asset: z.string(),
  asset__name: z.string(),
  nlp_usage_current_period: NlpUsage,
  nlp_usage_all_time: NlpUsage,
  storage_bytes: z.number(),
  submission_count_current_period: z.number(),
  submission_count_all_time: z.number(),
  /** Only in an organization's list [0141]. */
  deployment_status: optional(z.enum(['draft', 'deployed', 'archived'])),
})
export type AssetUsage = z.output<typeof AssetUsage>

/** Of the settings of a server, whether it refuses what exceeds a limit [0120]. */
export const LimitEnforcement = z.object({ usage_limit_enforcement: z.boolean() })
