import { useQuery } from '@tanstack/react-query'
import { jobQuery } from '#/api/batch-job/job-place.ts'
import type { ProjectJob, ProjectTypes } from './project-job.ts'

/** Where the job on projects of a connection is kept. */
export const PROJECT_JOB_KEY = ['project-job'] as const

/** The current or last job on projects; `null` for none. */
export const useProjectJob = (): ProjectJob | null =>
  useQuery(jobQuery<ProjectTypes>({ queryKey: PROJECT_JOB_KEY })).data ?? null
