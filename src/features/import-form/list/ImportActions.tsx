import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, type LinkProps } from 'react-router'
import { ChooseFiles } from '#/features/import-form/ChooseFiles.tsx'
import { ImportAnywayButton } from './ImportAnyway.tsx'
import {
  cancelImport,
  dismissImports,
  importAnyway,
  importRepeated,
  keepWaiting,
  restartImport,
} from '#/features/import-form/job/run-imports.ts'
import type { ShownImport } from '#/features/import-form/job/use-import-jobs.ts'

/** Addresses of links, from the app's routes. */
export interface ImportPaths {
  pathOfProject: (assetUid: string) => string
  /** Leads to a project, where the question before it is deployed is open. */
  linkToDeploy: (assetUid: string) => Pick<LinkProps, 'to' | 'state'>
  projectsPath: string
  /** What the check of a file found. */
  pathOfCheck: (importId: string) => string
}

interface ImportActionsProps extends ImportPaths {
  item: ShownImport
  onAction: () => void
  /** Absent where the project's name is not known. */
  onRename: (() => void) | undefined
}

/** The actions on one import. Every stage has at least one. */
export function ImportActions({ item, onAction, onRename, ...paths }: ImportActionsProps) {
  const { id, fileName, source, progress, counts } = item
  const { t } = useTranslation(['imports', 'common'])
  const client = useQueryClient()
  const describedBy = `import-${id}`

  const button = (label: string, action: () => void, variant = 'default') => (
    <Button
      variant={variant}
      aria-describedby={describedBy}
      onClick={() => {
        action()
        onAction()
      }}
    >
      {label}
    </Button>
  )
  const choose = (label: string) => (
    <ChooseFiles
      onChoose={([file]) => {
        if (file) restartImport(client, id, file)
        onAction()
      }}
    >
      {(open) => (
        <Button variant="subtle" aria-describedby={describedBy} onClick={open}>
          {label}
        </Button>
      )}
    </ChooseFiles>
  )
  const resend = (label: string) =>
    source !== undefined && button(label, () => restartImport(client, id, source), 'subtle')
  const isLink = typeof source === 'string'
  const link = (label: string, target: Pick<LinkProps, 'to' | 'state'>) => (
    <Button component={Link} {...target} variant="default" aria-describedby={describedBy}>
      {label}
    </Button>
  )
  const openProjects = () => link(t('imports:action.openProjects'), { to: paths.projectsPath })
  const cancel = (label: string) => button(label, () => cancelImport(client, id), 'subtle')
  const wait = () => button(t('imports:action.keepWaiting'), () => keepWaiting(client, id))

  switch (progress.stage) {
    case 'checking':
    case 'queued':
    case 'sending':
    case 'waiting':
      return cancel(t('common:action.cancel'))
    case 'slow':
      return (
        <>
          {wait()}
          {cancel(t('imports:action.stopWaiting'))}
        </>
      )
    case 'refused':
      return choose(t('imports:action.chooseAnother'))
    case 'held':
      return (
        <>
          {link(t('imports:action.seeErrors'), { to: paths.pathOfCheck(id) })}
          {counts && (
            <ImportAnywayButton
              id={id}
              fileName={fileName}
              counts={counts}
              describedBy={describedBy}
              onDone={onAction}
            />
          )}
          {choose(t('imports:action.chooseAnother'))}
        </>
      )
    case 'unchecked':
      return (
        <>
          {button(t('imports:action.import'), () => importAnyway(client, id))}
          {choose(t('imports:action.chooseAnother'))}
        </>
      )
    case 'repeated':
      return (
        <>
          {button(t('imports:action.importRepeated'), () => importRepeated(client, id))}
          {button(t('imports:action.leaveOut'), () => dismissImports(client, [id]), 'subtle')}
        </>
      )
    case 'failed': // the server would refuse the same file again
      return (
        <>
          {(isLink || progress.isPassing) && resend(t('common:action.retry'))}
          {choose(t('imports:action.chooseCorrected'))}
        </>
      )
    case 'unsent':
      return progress.error.kind === 'rejected'
        ? choose(t('imports:action.chooseAnother'))
        : resend(t('common:action.retry'))
    case 'unknown':
      return (
        <>
          {openProjects()}
          {resend(t('imports:action.sendAgain')) || choose(t('imports:action.chooseSameFile'))}
        </>
      )
    case 'stopped':
      if (progress.reachedServer === 'yes') return wait()
      return resend(t('imports:action.sendAgain')) || choose(t('imports:action.chooseSameFile'))
    case 'lost':
      return wait()
    case 'done':
      return progress.projectUid === undefined ? (
        openProjects()
      ) : (
        <>
          {link(t('imports:action.openProject'), { to: paths.pathOfProject(progress.projectUid) })}
          {link(t('imports:action.deploy'), paths.linkToDeploy(progress.projectUid))}
          {onRename && (
            <Button variant="subtle" aria-describedby={describedBy} onClick={onRename}>
              {t('imports:action.rename')}
            </Button>
          )}
        </>
      )
  }
}
