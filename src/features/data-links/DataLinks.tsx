import { Button, NativeSelect } from '@mantine/core'
import { IconAlertTriangle, IconKey, IconWorld } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { saveExportSetting } from '#/api/kpi/exports/mutations.ts'
import { ALL_SUBMISSIONS, DEFAULT_CHOICE, exportOptions, langOf } from '#/api/kpi/exports/options.ts'
import { exportQueries } from '#/api/kpi/exports/queries.ts'
import { summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { Card } from '#/ui/Card.tsx'
import { CopyButton } from '#/ui/CopyButton.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { ProgramCard } from './ProgramCard.tsx'
import classes from './data-links.module.css'
import { dataAddresses, PROGRAMS } from './snippets.ts'

interface DataLinksProps {
  asset: Asset
  server: string
  /** The demo runs in the page. */
  isDemo: boolean
}

/** How other programs read the submissions: addresses, steps and code for each, and what that risks. */
export function DataLinks({ asset, server, isDemo }: DataLinksProps) {
  const { t } = useTranslation('data-links')
  const { data, error, refetch } = useQuery({ ...exportQueries.settings(asset.uid), meta: { showsError: true } })
  const [chosen, setChosen] = useState<string | null>(null)
  if (error && !data)
    return (
      <TextPage>
        <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
      </TextPage>
    )
  if (!data)
    return (
      <TextPage>
        <p role="status">{t('loading')}</p>
      </TextPage>
    )
  const settings = data.results.flatMap(({ uid, name }) => {
    const addresses = dataAddresses(server, asset.uid, uid)
    return addresses ? [{ uid, name, addresses }] : []
  })
  const setting = settings.find(({ uid }) => uid === chosen) ?? settings[0]
  if (!setting) return <NoSettings asset={asset} />
  const { addresses } = setting
  const access = summarizeAccess(asset.permissions, asset.owner__username).public
  const isPublic = access === 'submissions' || access === 'all'
  return (
    <TextPage
      beside={
        <Card title={t('access.title')}>
          <div className={classes.texts}>
            {isPublic ? (
              <Note hue="plum" icon={IconWorld}>
                <p>{t('access.public')}</p>
              </Note>
            ) : (
              <Note hue="petrol" icon={IconKey}>
                <p>{t('access.private')}</p>
              </Note>
            )}
            <p>{t('access.key')}</p>
            <p>{t('access.whereKey')}</p>
            <p>{t('twoFactor')}</p>
            {!isPublic && <p>{t('access.makePublic')}</p>}
          </div>
        </Card>
      }
    >
      <Card title={t('address.title')}>
        <div className={classes.texts}>
          {isDemo && (
            <Note hue="ochre" icon={IconAlertTriangle}>
              <p>{t('address.demo')}</p>
            </Note>
          )}
          <NativeSelect
            label={t('which')}
            value={setting.uid}
            data={settings.map(({ uid, name }) => ({ value: uid, label: name || t('unnamed') }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
          {(['csv', 'xlsx', 'json'] as const).map((kind) => (
            <div key={kind} className={classes.address}>
              <span>{t(`address.${kind}`)}</span>
              <code dir="ltr" className={classes.code}>
                {addresses[kind]}
              </code>
              <CopyButton
                text={addresses[kind]}
                label={t('address.copy')}
                description={t('address.copyOf', { name: t(`address.${kind}`) })}
              />
            </div>
          ))}
          <p>{t('address.stale')}</p>
        </div>
      </Card>
      {PROGRAMS.map((program) => (
        <ProgramCard key={program} program={program} addresses={addresses} isPublic={isPublic} />
      ))}
    </TextPage>
  )
}

/** Saves the first settings, for all submissions; only people who can manage the project can do that [1046]. */
function NoSettings({ asset }: { asset: Asset }) {
  const { t } = useTranslation('data-links')
  const save = useMutation(saveExportSetting(asset.uid))
  const [language = null] = formOf(asset.content).languages
  const options = exportOptions({ ...DEFAULT_CHOICE, type: 'csv', lang: langOf(language) }, ALL_SUBMISSIONS)
  return (
    <EmptyState
      title={t('none.title')}
      actions={
        assetCan.share(asset) && (
          <Button loading={save.isPending} onClick={() => save.mutate({ name: t('none.name'), options, from: null })}>
            {t('none.create')}
          </Button>
        )
      }
    >
      <p>{t('none.text')}</p>
      {!assetCan.share(asset) && (
        <p>
          <Trans t={t} i18nKey="none.ask" components={{ owner: <bdi>{asset.owner__username}</bdi> }} />
        </p>
      )}
      {save.error && (
        <ErrorPanel isChange kind={save.error.kind} title={t('none.failed')} message={save.error.message} />
      )}
    </EmptyState>
  )
}
