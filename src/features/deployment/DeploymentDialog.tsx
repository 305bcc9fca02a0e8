import { IconInfoCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { changeDeployment, type DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { offeredActions } from '#/api/kpi/deployment/offered-actions.ts'
import { isAllPublished, unpublishedOf } from '#/api/kpi/deployment/unpublished.ts'
import { savePublishingNote } from '#/api/kpi/publishing-notes/mutations.ts'
import { publishingNoteOf } from '#/api/kpi/publishing-notes/schema.ts'
import { CollectData } from '#/features/deployment/collect/CollectData.tsx'
import { NoteFault } from '#/features/deployment/publish/NoteFault.tsx'
import { NoteField } from '#/features/deployment/publish/NoteField.tsx'
import { RedeployConsequences } from '#/features/deployment/publish/RedeployConsequences.tsx'
import { useRunningForm } from '#/features/deployment/publish/use-running-form.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { notify } from '#/ui/feedback/notify.ts'
import { DeploymentConsequences } from './DeploymentConsequences.tsx'
import classes from './DeploymentDialog.module.css'
import { DeploymentFault } from './DeploymentFault.tsx'
import { isUncertainFault } from './uncertain-fault.ts'

interface DeploymentDialogProps {
  asset: Asset
  sharingPath: string
  signInSwitch: ReactNode
  comparisonPath: string
  action: DeploymentAction
  opened: boolean
  onClose: () => void
  /** Called after the exit transition. */
  onClosed: () => void
}

/**
 * Confirms a deployment action, and shows its error. Before a redeploy it compares the project with the running form; after
 * a first deployment it shows how to collect data.
 */
export function DeploymentDialog(props: DeploymentDialogProps) {
  const { asset, sharingPath, signInSwitch, comparisonPath, action, opened, onClose, onClosed } = props
  const { t } = useTranslation(['deployment', 'common'])
  const change = useMutation({ ...changeDeployment(asset.uid), meta: { showsError: true } })
  const saveNote = useMutation({ ...savePublishingNote(asset.uid), meta: { showsError: true } })
  const isPublishing = action === 'deploy' || action === 'redeploy'
  const kept = publishingNoteOf(asset.settings, asset.version_id ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const note = typed ?? kept
  const reading = useRunningForm(asset, action === 'redeploy' && opened && change.isIdle)
  const unpublished = unpublishedOf(asset, reading.running)

  const { error } = change
  const { primary, more } = offeredActions(asset)
  // The action may be done already: by a colleague, or by ourselves if the response was lost.
  const isOutdated = change.isError && primary !== action && !more.includes(action)
  const isDone = change.isSuccess && (action === 'deploy' || !saveNote.isIdle)
  // After a conflict the dialog asks again, for what is there now.
  const isRefused = error !== null && error.kind !== 'conflict' && !isOutdated
  const asksToRedeploy = action === 'redeploy' && !isDone && !isOutdated && !isRefused
  const hasNothingToPublish = asksToRedeploy && !reading.isPending && isAllPublished(unpublished)
  const status = asset.deployment_status ?? 'draft'

  const finish = () => {
    if (action === 'deploy') return
    onClose()
    void notify({ message: t(`deployment:${action}.done`) })
  }
  const writeNote = (versionUid: string, from: string) =>
    saveNote.mutate({ versionUid, from, to: note.trim() }, { onSuccess: finish })
  const confirm = () => {
    if (change.isPending || saveNote.isPending) return
    if (!isPublishing) change.mutate({ action }, { onSuccess: finish })
    else if (asset.version_id !== null) {
      const versionId = asset.version_id
      const done = () => (note.trim() === kept ? finish() : writeNote(versionId, kept))
      change.mutate({ action, versionId }, { onSuccess: done })
    }
  }

  const title = () => {
    if (isDone) return t('deployment:deploy.doneTitle')
    if (isOutdated) return t(`deployment:overtaken.${status}`)
    if (isRefused) return t(`deployment:fault.${isUncertainFault(error) ? 'uncertainTitle' : 'title'}.${action}`)
    return t(hasNothingToPublish ? 'deployment:nothing.title' : `deployment:${action}.title`)
  }
  const collectData = (
    <CollectData asset={asset} sharingPath={sharingPath} signInSwitch={signInSwitch} showsCode onLeave={onClose} />
  )
  // The same form would be refused again.
  const isSameRefusal = isRefused && error.kind === 'rejected'
  const canConfirm = !isDone && !isOutdated && !isSameRefusal && !hasNothingToPublish
  // Where the versions are the same, only the comparison can tell whether there is anything to publish.
  const isReady = !asksToRedeploy || !reading.isPending || unpublished.questions || unpublished.formerName !== null

  return (
    <ConfirmDialog
      opened={opened}
      title={title()}
      {...(canConfirm && { confirmLabel: t(`deployment:${action}.action`) })}
      ready={isReady}
      pending={change.isPending || saveNote.isPending}
      cancelLabel={t(canConfirm ? 'common:action.cancel' : 'common:action.close')}
      onConfirm={confirm}
      onClose={onClose}
      onClosed={onClosed}
    >
      {isDone && (
        <Result>
          {saveNote.isError && (
            <NoteFault
              error={saveNote.error}
              note={note.trim()}
              isPending={saveNote.isPending}
              onRetry={() => asset.version_id !== null && writeNote(asset.version_id, saveNote.variables.from)}
            />
          )}
          <p>{t(`deployment:${action === 'deploy' ? 'deploy' : 'redeploy'}.done`)}</p>
          {action === 'deploy' && collectData}
        </Result>
      )}
      {isOutdated && (
        <Note hue="petrol" icon={IconInfoCircle} role="alert">
          <p>{t('deployment:overtaken.nothingToDo')}</p>
        </Note>
      )}
      {isOutdated && action === 'deploy' && status === 'deployed' && collectData}
      {asksToRedeploy && (
        <RedeployConsequences
          asset={asset}
          unpublished={unpublished}
          reading={reading}
          comparisonPath={comparisonPath}
          onLeave={onClose}
        />
      )}
      {!isDone && !isOutdated && !isRefused && action !== 'redeploy' && (
        <DeploymentConsequences asset={asset} action={action} />
      )}
      {error && !isOutdated && <DeploymentFault error={error} asset={asset} action={action} />}
      {isPublishing && canConfirm && <NoteField value={note} onChange={setTyped} disabled={change.isPending} />}
      <p role="status" className={classes.pending}>
        {change.isPending && t(`deployment:${action}.pending`)}
      </p>
    </ConfirmDialog>
  )
}

/** What is there after the action. It gets the focus, because the pressed button is gone. */
function Result({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={classes.result}>
      {children}
    </div>
  )
}
