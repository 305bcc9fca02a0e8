import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './CheckActions.module.css'
import { ChooseFiles } from '#/features/import-form/ChooseFiles.tsx'
import { ImportAnywayButton } from './ImportAnyway.tsx'
import type { ImportItem } from '#/features/import-form/job/import-job.ts'
import { dismissImports, importAnyway, restartImport } from '#/features/import-form/job/run-imports.ts'

interface CheckActionsProps {
  item: ImportItem
  importsPath: string
  /** The import runs, or was given up: there is nothing more to decide. */
  onDecided: () => void
}

/** What can be done with a form whose check is shown. */
export function CheckActions({ item, importsPath, onDecided }: CheckActionsProps) {
  const { t } = useTranslation(['imports', 'common'])
  const client = useQueryClient()
  const { id, stage, fileName, counts } = item
  if (stage !== 'held' && stage !== 'unchecked')
    return (
      <div className={classes.bar}>
        <span className={classes.text}>{stage === 'checking' ? t('imports:checking') : t('imports:check.sent')}</span>
        <Button component={Link} to={importsPath} variant="default">
          {t('imports:check.toImports')}
        </Button>
      </div>
    )
  return (
    <div className={classes.bar}>
      <span className={classes.text}>{t('imports:check.notSent')}</span>
      <Button
        variant="subtle"
        onClick={() => {
          dismissImports(client, [id])
          onDecided()
        }}
      >
        {t('common:action.cancel')}
      </Button>
      {stage === 'held' && counts ? (
        <ImportAnywayButton id={id} fileName={fileName} counts={counts} onDone={onDecided} />
      ) : (
        <Button
          variant="default"
          onClick={() => {
            importAnyway(client, id)
            onDecided()
          }}
        >
          {t('imports:action.import')}
        </Button>
      )}
      <ChooseFiles
        onChoose={([file]) => {
          if (file) void restartImport(client, id, file).isHeld.then((isHeld) => isHeld || onDecided())
        }}
      >
        {(open) => (
          <Button leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />} onClick={open}>
            {t('imports:action.chooseCorrected')}
          </Button>
        )}
      </ChooseFiles>
    </div>
  )
}
