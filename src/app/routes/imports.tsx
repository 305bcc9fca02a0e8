import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { paths, type ProjectEntryState } from '#/app/paths.ts'
import { ImportButton } from '#/features/import-form/ImportButton.tsx'
import { ImportDropZone } from '#/features/import-form/ImportDropZone.tsx'
import { ImportLinks } from '#/features/import-form/ImportLinks.tsx'
import { ImportList } from '#/features/import-form/list/ImportList.tsx'
import { Card } from '#/ui/Card.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './imports.module.css'
import { pathOfCheck } from '#/app/routes/form/path-of-check.ts'

const TrialLeftovers = lazyPart(
  async () => (await import('#/features/replace-form/trial/TrialLeftovers.tsx')).TrialLeftovers,
  { namespaces: ['replacing'] },
)

const FormCheckPage = lazyPart(async () => (await import('#/app/routes/form/FormCheckPage.tsx')).FormCheckPage, {
  namespaces: ['form-check'],
})

/** The imports, or what the check of one of their files found: one route, as each costs the first page some bytes. */
export function Component() {
  const { importId } = useParams()
  return importId === undefined ? <Imports /> : <FormCheckPage importId={importId} />
}

function Imports() {
  const { t } = useTranslation('imports')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1 className={classes.title}>{t('title')}</h1>
      <TextPage
        beside={
          <Card title={t('help.title')}>
            <div className={classes.help}>
              <p>{t('help.draft')}</p>
              <p>{t('help.names')}</p>
              <p>{t('help.later')}</p>
              <p>{t('help.background')}</p>
            </div>
          </Card>
        }
      >
        <div className={classes.invitation}>
          <div>
            <p className={classes.drop}>{t('drop.invitation')}</p>
            <p className={classes.choose}>{t('drop.choose')}</p>
            <p className={classes.accepted}>{t('drop.accepted')}</p>
          </div>
          <div className={classes.buttons}>
            <ImportButton />
            <ImportLinks />
          </div>
        </div>
        <TrialLeftovers />
        <ImportList
          pathOfProject={paths.project}
          linkToDeploy={(assetUid) => ({
            to: paths.project(assetUid),
            state: { deploys: true } satisfies ProjectEntryState,
          })}
          projectsPath={paths.projects()}
          pathOfCheck={pathOfCheck}
        />
      </TextPage>
      <ImportDropZone />
    </>
  )
}
