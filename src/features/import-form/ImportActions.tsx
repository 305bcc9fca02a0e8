import { Anchor, Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ChooseFiles } from './ChooseFiles.tsx'
import { cancelImport, keepWaiting, restartImport } from './run-imports.ts'
import type { ShownImport } from './use-import-jobs.ts'

/** Where links lead; only the app knows its addresses. */
export interface ImportPaths {
  pathOfProject: (assetUid: string) => string
  projectsPath: string
}

interface ImportActionsProps extends ImportPaths {
  item: ShownImport
  onActed: () => void
}

/** What can be done about one import. No line is a dead end. */
export function ImportActions({ item: { id, progress }, onActed, pathOfProject, projectsPath }: ImportActionsProps) {
  const { t } = useTranslation(['imports', 'common'])
  const client = useQueryClient()
  const describedBy = `import-${id}`

  const button = (label: string, act: () => void, variant = 'default') => (
    <Button
      variant={variant}
      aria-describedby={describedBy}
      onClick={() => {
        act()
        onActed()
      }}
    >
      {label}
    </Button>
  )
  const choose = (label: string) => (
    <ChooseFiles
      onChoose={([file]) => {
        if (file) restartImport(client, id, file)
        onActed()
      }}
    >
      {(open) => (
        <Button variant="default" aria-describedby={describedBy} onClick={open}>
          {label}
        </Button>
      )}
    </ChooseFiles>
  )
  const again = (label: string, file: File | undefined) =>
    file && button(label, () => restartImport(client, id, file), 'subtle')
  const link = (label: string, path: string) => (
    <Anchor component={Link} to={path} aria-describedby={describedBy}>
      {label}
    </Anchor>
  )
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
    case 'failed':
      return (
        <>
          {choose(t('imports:action.chooseCorrected'))}
          {again(t('common:action.retry'), progress.file)}
        </>
      )
    case 'unsent':
      return again(t('common:action.retry'), progress.file)
    case 'unknown':
      return (
        <>
          {link(t('imports:action.lookInProjects'), projectsPath)}
          {again(t('imports:action.sendAgain'), progress.file) ?? choose(t('imports:action.chooseAgain'))}
        </>
      )
    case 'stopped':
      if (progress.reached === 'yes') return wait()
      return again(t('imports:action.sendAgain'), progress.file)
    case 'lost':
      return wait()
    case 'done':
      return progress.projectUid === undefined
        ? link(t('imports:action.lookInProjects'), projectsPath)
        : link(t('imports:action.openProject'), pathOfProject(progress.projectUid))
  }
}
