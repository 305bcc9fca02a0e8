import { useTranslation } from 'react-i18next'
import type { ReviewedProject } from './model/review.ts'

/** "Deployed · 1,240 submissions", and whether only a part of the access is known. */
export function ProjectFacts({ project }: { project: ReviewedProject }) {
  const { t } = useTranslation(['access', 'common'])
  const { status, submissionCount, canManage } = project
  const facts = [
    t(`common:status.${status ?? 'unknown'}`),
    canManage ? null : t('access:partlyVisible'),
    submissionCount === null ? null : t('access:submissions', { count: submissionCount }),
  ]
  return <>{facts.filter((fact) => fact !== null).join(' · ')}</>
}
