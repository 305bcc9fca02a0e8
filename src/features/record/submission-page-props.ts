import { type ReactNode } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { SubmissionsViewState } from '#/dataset/query/query.ts'
import { type Neighbour } from './use-adjacent-submissions.ts'

export interface SubmissionPageProps {
  asset: Asset
  id: number
  /** The view of the table along which one goes. */
  view: SubmissionsViewState
  /** The rows of the table as they stood when it was opened from there. */
  ids: readonly number[] | null
  /** Addresses: of the table in this view, and of a submission. */
  tableHref: string
  hrefOf: (id: number) => string
  onGo: (to: Neighbour) => void
  onLanguage: (language: number | null) => void
  /** After it was deleted. */
  onLeave: () => void
  /** Says why it cannot be shown. */
  failure: (error: ApiError, onRetry: () => void) => ReactNode
}
