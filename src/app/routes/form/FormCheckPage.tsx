import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { paths } from '#/app/paths.ts'
import { FormCheck } from '#/features/form-check/FormCheck.tsx'
import { CheckActions } from '#/features/import-form/list/CheckActions.tsx'
import { ChooseAgain } from '#/features/import-form/list/ChooseAgain.tsx'
import { useImport } from '#/features/import-form/job/use-import.ts'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { pathOfCheck } from './path-of-check.ts'

/** What the check of a file found before it was sent. */
export function FormCheckPage({ importId }: { importId: string }) {
  const { t } = useTranslation('form-check')
  const navigate = useNavigate()
  const item = useImport(importId)
  const toImports = () => void navigate(paths.imports())
  const file = item && 'file' in item ? item.file : undefined
  if (!item || !file)
    return (
      <>
        <PageTitle>{t('gone.title')}</PageTitle>
        <EmptyState
          title={t('gone.title')}
          actions={
            <>
              <ChooseAgain
                label={t('gone.choose')}
                onChecked={(id, isHeld) => void navigate(isHeld ? pathOfCheck(id) : paths.imports(), { replace: true })}
              />
              <Button component={Link} to={paths.imports()} variant="default">
                {t('gone.toImports')}
              </Button>
            </>
          }
        >
          {t('gone.text')}
        </EmptyState>
      </>
    )
  const { stage, chosenAt } = item
  return (
    <>
      <PageTitle>{t('pageTitle', { file: file.name })}</PageTitle>
      <FormCheck
        key={chosenAt}
        file={file}
        isHeld={stage === 'held'}
        importsPath={paths.imports()}
        footer={<CheckActions item={item} importsPath={paths.imports()} onDecided={toImports} />}
      />
    </>
  )
}
