import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '#/features/import-form/job/import-progress.ts'
import { useImports } from '#/features/import-form/job/use-import-jobs.ts'

/** Stages that an import reaches by itself; those after an action of the person are not announced. */
const ANNOUNCED_STAGES = [
  'done',
  'repeated',
  'failed',
  'refused',
  'held',
  'unchecked',
  'unsent',
  'unknown',
  'slow',
  'lost',
] as const
const announcedStage = (stage: ImportProgress['stage']) => ANNOUNCED_STAGES.find((announced) => announced === stage)

/** Sentences about imports, for a live region, each added when an import reaches that stage. */
export function ImportAnnouncementList() {
  const { t } = useTranslation('imports')
  return useImports().map(({ id, fileName, progress }) => {
    const stage = announcedStage(progress.stage)
    return stage && <p key={`${id} ${stage}`}>{t(`announcement.${stage}`, { file: fileName })}</p>
  })
}
