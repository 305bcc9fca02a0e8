import { type ReactNode } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import { type AdjacentSubmission } from './use-adjacent-submissions.ts'

export interface SubmissionPageProps {
  asset: Asset
  id: number
  /** The view of the table, whose filter and sort give the adjacent submissions. */
  view: DatasetQuery
  /** The `_id`s of the rows of the table when the page was opened from there, else `null`. */
  ids: readonly number[] | null
  /** The address of the table with this view. */
  tableHref: string
  hrefOf: (id: number) => string
  onNavigate: (to: AdjacentSubmission) => void
  onLanguage: (language: number | null) => void
  onDeleted: () => void
  /** Shown in place of a submission that cannot be loaded. */
  renderError: (error: ApiError, onRetry: () => void) => ReactNode
}
