import type { ReviewedProject } from '#/features/access-review/model/review.ts'

/** A menu is to open: for a person in a project, for a project, for its public access, or for a person in all projects. */
export type MenuRequest = { position: { x: number; y: number } } & (
  | { kind: 'cell'; project: ReviewedProject; username: string }
  | { kind: 'project'; project: ReviewedProject }
  | { kind: 'public'; project: ReviewedProject }
  | { kind: 'person'; username: string }
)
