import { Button } from '@mantine/core'
import { IconAlertTriangle, IconDownload, IconFileSpreadsheet, IconInfoCircle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { downloadXlsForm } from '#/api/kpi/form/mutations.ts'
import { replaceForm } from '#/api/kpi/imports/mutations.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import type { CheckedForm } from '#/lib/xlsform/check-file/check-bytes.ts'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { ChooseReplacement } from './ChooseReplacement.tsx'
import { ImportOutcome } from './ImportOutcome.tsx'
import { LossList } from './LossList.tsx'
import classes from './ReplaceForm.module.css'
import { TrialCard } from './trial/TrialCard.tsx'
import { useCheckedFile } from './use-checked-file.ts'

/** A chosen file that could be read, beside the form that it is to replace. */
export interface Replacement {
  file: File
  checked: CheckedForm
  asset: Asset
}

interface ReplaceFormProps {
  asset: Asset
  /** What the check says of the file, and how it differs from the form. */
  review: (replacement: Replacement) => ReactNode
  pathOfForm: string
  /** Asks to deploy the form, or to redeploy it. */
  deployButton: ReactNode
}

/** Replaces the form of a project by a file, after saying what that changes. */
export function ReplaceForm({ asset, review, pathOfForm, deployButton }: ReplaceFormProps) {
  const { t } = useTranslation('replacing')
  const format = useFormat()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [seenVersion, setSeenVersion] = useState(asset.version_id)
  const check = useCheckedFile(file)
  const download = useMutation(downloadXlsForm(asset))
  const replace = useMutation({ ...replaceForm(asset.uid), meta: { showsError: true } })
  useUnsaved(file !== undefined && !replace.isSuccess, 'replace')

  const isChanged = asset.version_id !== seenVersion
  const isUncertain = replace.error !== null && UNCERTAIN.has(replace.error.kind)
  const refusals = check.data?.findings.filter(({ severity }) => severity !== 'warning').length ?? 0
  const title = check.data?.form?.title
  const submit = (versionId: string | null) => {
    if (!file) return
    setSeenVersion(versionId)
    replace.mutate({ file, versionId })
  }
  const choose = (next: File | undefined) => {
    setFile(next)
    setSeenVersion(asset.version_id)
    replace.reset()
  }

  if (replace.data)
    return (
      <ImportOutcome
        importUid={replace.data.uid}
        asset={asset}
        pathOfForm={pathOfForm}
        deployButton={deployButton}
        onChooseAnother={() => choose(undefined)}
      />
    )
  return (
    <>
      <Card title={t('choose.title')}>
        <div className={classes.stack}>
          <p>{t('choose.text')}</p>
          <div className={classes.buttons}>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
              loading={download.isPending}
              onClick={() =>
                download.mutate(undefined, { onSuccess: (form) => saveFile(form, toFileName(asset.name, 'xlsx')) })
              }
            >
              {t('choose.download')}
            </Button>
            <span className={classes.dimmed}>{t('choose.downloadWhy')}</span>
          </div>
          <ChooseReplacement file={file} onChoose={choose} />
          {check.isFetching && <p role="status">{t('checking')}</p>}
          {check.refusal && (
            <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t(`refused.${check.refusal}`)}>
              <p>{t('refused.text')}</p>
            </Note>
          )}
        </div>
      </Card>

      {file && check.data && (
        <>
          {review({ file, checked: check.data, asset })}
          <LossList checked={check.data} current={asset.content} />
        </>
      )}
      {file && check.error && (
        <Note hue="ochre" icon={IconAlertTriangle} title={t('notChecked')}>
          <p>{t('notCheckedText')}</p>
        </Note>
      )}
      {file && (check.data || check.error) && (
        <>
          <TrialCard key={`${file.name} ${file.lastModified} ${file.size}`} file={file} title={title} />
          <Card title={t('confirm.title')}>
            <div className={classes.stack}>
              <p>{t(asset.deployed_version_id === null ? 'confirm.draft' : 'confirm.deployed')}</p>
              {title !== undefined && title !== asset.name && (
                <Note hue="ochre" icon={IconInfoCircle}>
                  <p>{t('confirm.renames', { name: title, before: asset.name })}</p>
                </Note>
              )}
              {isChanged && (
                <Note
                  hue="ochre"
                  icon={IconAlertTriangle}
                  role="alert"
                  title={t(isUncertain ? 'changed.afterSending' : 'changed.title')}
                  actions={
                    <>
                      <Button variant="default" component={Link} to={pathOfForm}>
                        {t('changed.open')}
                      </Button>
                      <Button variant="default" loading={replace.isPending} onClick={() => submit(asset.version_id)}>
                        {t('changed.replace')}
                      </Button>
                    </>
                  }
                >
                  <p>{t('changed.text', { time: format.dateTime(asset.date_modified) })}</p>
                </Note>
              )}
              {replace.error && replace.error.kind !== 'conflict' && (
                <ErrorPanel
                  isChange
                  kind={replace.error.kind}
                  title={t(isUncertain ? 'confirm.uncertain' : 'confirm.failed')}
                  explanation={t(isUncertain ? 'confirm.uncertainText' : 'confirm.failedText')}
                  message={replace.error.message}
                  actions={
                    isUncertain && (
                      <Button
                        variant="default"
                        onClick={() =>
                          void client.invalidateQueries({ queryKey: assetQueries.detail(asset.uid).queryKey })
                        }
                      >
                        {t('confirm.look')}
                      </Button>
                    )
                  }
                />
              )}
              {!isChanged && (
                <div className={classes.buttons}>
                  <Button
                    leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />}
                    color={refusals > 0 ? 'brick' : 'petrol'}
                    loading={replace.isPending}
                    onClick={() => submit(seenVersion)}
                  >
                    {t(refusals > 0 ? 'confirm.anyway' : 'confirm.replace')}
                  </Button>
                  <Button variant="default" component={Link} to={pathOfForm}>
                    {t('confirm.cancel')}
                  </Button>
                </div>
              )}
            </div>
          </Card>
        </>
      )}
    </>
  )
}

/** After these it is unknown whether the server has the file. */
const UNCERTAIN = new Set(['offline', 'not-allowed', 'timed-out', 'unreadable', 'server-fault'])
