import { useTranslation } from 'react-i18next'
import type { ImportProgress } from './import-progress.ts'
import { useImports } from './use-import-jobs.ts'

/** What happens by itself. What the person just did need not be told to them. */
const TOLD = ['done', 'failed', 'refused', 'unsent', 'unknown', 'slow', 'lost'] as const
const isTold = (stage: ImportProgress['stage']) => TOLD.find((told) => told === stage)

/** How imports ended, for a live region: each sentence is added when it comes true. */
export function ImportNews() {
  const { t } = useTranslation('imports')
  return useImports().map(({ id, fileName, progress }) => {
    const stage = isTold(progress.stage)
    return stage && <p key={`${id} ${stage}`}>{t(`told.${stage}`, { file: fileName })}</p>
  })
}
