import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { DeleteProjects } from '#/features/project-actions/dialogs/DeleteProjects.tsx'
import { holdDeletion } from '#/features/project-actions/jobs/use-project-job.ts'
import { unsaved } from '#/lib/unsaved.ts'
import { notify } from '#/ui/feedback/notify.ts'
import { DataOffer } from './data-offer.ts'
import { paths } from './paths.ts'

/** Asks before a project is deleted from its own pages. It is deleted from the list, where that can be taken back. */
export function DeletionDialog({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const { t } = useTranslation('project-actions')
  const client = useQueryClient()
  const navigate = useNavigate()
  const hold = () => {
    if (!holdDeletion(client, [asset])) {
      void notify({ color: 'brick', message: t('reason.busy') })
      return
    }
    unsaved.clear()
    void navigate(paths.projects())
  }
  return <DeleteProjects opened projects={[asset]} dataOffer={DataOffer} onConfirm={hold} onClose={onClose} />
}
