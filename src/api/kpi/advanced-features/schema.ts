import * as z from 'zod/mini'
import { lenient, optional } from '#/api/lenient.ts'
import { listOf } from '#/api/pagination.ts'

/** Texts by the name of a language of the form; `_default` is always there, as KPI needs it [2064]. */
const Labels = z.record(z.string(), z.string())

/** A choice of an analysis question. */
const AnalysisChoice = z.object({ uuid: z.string(), labels: lenient(Labels, {}) })

/**
 * A column that KPI adds beside a question, of `analysis_form_json.additional_fields` [2061]: a transcript or translation
 * (by KPI's source), or an analysis question, each of which also has a column for its source and its verification.
 */
const AnalysisField = z.object({
  /** `transcript`, `translation`, `qualText`, `qualSelectOne`, …; `qualSource` and `qualVerification` belong to another. */
  type: z.string(),
  /** The path of the question; for `qualSource` and `qualVerification`, the name of their field. It may not be in the form [2042]. */
  source: z.string(),
  /** `question/uuid`, or `question/transcript_fr`. */
  name: z.string(),
  /** The default label of an analysis question. */
  label: optional(z.string()),
  /** The code of the language of a transcript or translation. */
  language: optional(z.string()),
  /** Of questions with choices, deleted ones included [2057]. */
  choices: lenient(listOf(AnalysisChoice), { results: [], unreadable: [] }),
})
export type AnalysisField = z.output<typeof AnalysisField>

const AnalysisForm = z.object({ additional_fields: listOf(AnalysisField) })

/** The fields of a project's `analysis_form_json`, without those that have another shape. */
export const analysisFieldsOf = (analysisForm: unknown): readonly AnalysisField[] =>
  AnalysisForm.safeParse(analysisForm).data?.additional_fields.results ?? []

/** What is configured for a question: an item of `advanced-features/` [2044]. */
export const AdvancedFeature = z.object({
  uid: z.string(),
  question_xpath: z.string(),
  /** `manual_qual`, `manual_transcription`, `automatic_google_translation`, … */
  action: z.string(),
  /** Of `manual_qual` the questions [2040], of the others their languages. */
  params: z.array(
    z.union([
      z.object({
        uuid: z.string(),
        type: z.string(),
        labels: z.record(z.string(), z.unknown()),
        choices: optional(z.array(z.object({ uuid: z.string(), labels: z.record(z.string(), z.unknown()) }))),
        /** `deleted` where the question was left out of a change [2057]. */
        options: optional(z.object({ deleted: optional(z.boolean()) })),
      }),
      z.object({ language: z.string() }),
    ]),
  ),
})

/** All that was added to a submission, newest version first: `data/<root uuid>/supplement/` [2050]. */
export const SubmissionSupplement = z.catchall(
  z.object({ _version: z.string() }),
  z.union([z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))]),
)
