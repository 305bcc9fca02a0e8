import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ComponentType, useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { i18n } from '#/i18n/i18n.ts'
import { isUnderWay } from '#/lib/batch-job/batch-job.ts'
import { Keys } from '#/ui/Keys.tsx'
import { notify } from '#/ui/feedback/notify.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { HeldDeletion } from './HeldDeletion.tsx'
import { ProjectJobBar } from './ProjectJobBar.tsx'
import classes from './ProjectsBar.module.css'
import { SelectionActions } from './SelectionActions.tsx'
import type { DataOfferProps } from './dialogs/dialog-props.ts'
import { isHeld } from './jobs/project-job.ts'
import { useProjectJob } from './jobs/project-place.ts'
import { projectJobOf, useProjectControl } from './jobs/use-project-job.ts'
import { requestedAction } from './requested-action.ts'
import { projectSelection, type ShownProjects, useSelection } from './selection/selection.ts'

const ActionDialog = lazyPart(async () => (await import('./dialogs/ActionDialog.tsx')).ActionDialog, {
  namespaces: ['sharing'],
})

export interface ProjectsBarProps extends ShownProjects {
  username: string
  isFiltered: boolean
  /** Offers the submissions of a project as a file, before it is deleted. */
  dataOffer: ComponentType<DataOfferProps>
}

/** Below the list: what is done, what is about to be deleted, and the actions on the selected projects. */
export function ProjectsBar({ page, projects, count, username, isFiltered, dataOffer }: ProjectsBarProps) {
  const { t } = useTranslation('project-actions')
  const job = useProjectJob()
  const selection = useSelection()
  const isPhone = useIsPhone()
  const requested = useSyncExternalStore(requestedAction.subscribe, requestedAction.get)
  useLayoutEffect(() => projectSelection.show({ page, projects, count }), [page, projects, count])
  useLeave()
  useClearByEscape()
  useUnsaved(job !== null && isUnderWay(job))
  const selected = selection.isAll ? count : selection.projects.size
  const elsewhere = selection.isAll ? 0 : selected - projects.filter(({ uid }) => selection.projects.has(uid)).length

  return (
    <>
      {(job || selected > 0) && (
        <div className={classes.bar}>
          {job && (isHeld(job) ? <HeldDeletion job={job} /> : <ProjectJobBar job={job} />)}
          {selected > 0 && (
            <section className={classes.selection} aria-label={t('selection.label')}>
              <span role="status" className={classes.count}>
                {t(selection.isAll ? 'selection.allSelected' : 'selection.selected', { count: selected })}
                {elsewhere > 0 && ` ${t('selection.elsewhere', { count: elsewhere })}`}
              </span>
              {!selection.isAll && count > selected && (
                <Button variant="subtle" onClick={projectSelection.selectAll}>
                  {t(isFiltered ? 'selection.allThatMatch' : 'selection.all', { count })}
                </Button>
              )}
              <SelectionActions
                selection={selection}
                count={selected}
                username={username}
                isFolded={isPhone || job !== null}
              />
              <Button
                className={classes.clear ?? ''}
                variant="subtle"
                aria-keyshortcuts="Escape"
                onClick={projectSelection.clear}
                {...(!isPhone && { rightSection: <Keys keys="Escape" /> })}
              >
                {t('selection.clear')}
              </Button>
            </section>
          )}
        </div>
      )}
      {requested && (
        <ActionDialog
          requested={requested}
          username={username}
          page={page}
          count={count}
          dataOffer={dataOffer}
          onClose={() => requestedAction.set(null)}
        />
      )}
    </>
  )
}

/** Leaving the list stops what is being done, takes back a deletion that was not sent yet, and says so. */
function useLeave() {
  const client = useQueryClient()
  const { stop } = useProjectControl()
  useEffect(
    () => () => {
      projectSelection.leave()
      requestedAction.set(null)
      const kept = projectJobOf(client)
      const job = kept.get()
      if (!job || !isHeld(job)) return stop()
      kept.dismiss()
      void notify({ message: i18n.t('project-actions:held.left', { count: job.ids.length }) })
    },
    [client, stop],
  )
}

/** Escape clears the selection, unless it closes a menu or a dialog, or empties a field. */
function useClearByEscape() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox], input[type=search]'))
        return
      if (document.querySelector('[role=dialog][aria-modal=true], [role=menu]')) return
      projectSelection.clear()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
