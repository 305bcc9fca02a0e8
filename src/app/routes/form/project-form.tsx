import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowsDiff, IconDownload, IconFileImport, IconHistory, IconSearch } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { downloadXlsForm } from '#/api/kpi/form/mutations.ts'
import { paths } from '#/app/paths.ts'
import { requireParams } from '#/app/route-params.ts'
import type { FormQuestion } from '#/dataset/model/form.ts'
import { languagesOf, questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { FormOutline } from '#/features/project/FormOutline.tsx'
import { useLocale } from '#/i18n/use-locale.ts'
import { matchesSearch } from '#/lib/fold-text.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import classes from './project-form.module.css'

const ReplaceFormPage = lazyPart(async () => (await import('./ReplaceFormPage.tsx')).ReplaceFormPage, {
  namespaces: ['replacing', 'form-check', 'compare', 'errors'],
})

const XML_NAMES = 'xml'

export function Component() {
  const { t } = useTranslation(['project', 'deployment'])
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useState('')
  const deferredText = useDeferredValue(text)
  const download = useMutation(downloadXlsForm(asset))

  const languages = languagesOf(asset.content)
  const labels = search.get('labels') ?? '0'
  const questions = questionsOf(asset.content)
  const locale = useLocale()
  const matching = questions.filter((question) => matchesQuestion(question, deferredText, locale))

  if (search.has('replace')) return <ReplaceFormPage asset={asset} />
  return (
    <>
      <PageTitle>{`${t('tabs.form')} · ${asset.name}`}</PageTitle>
      <div className={classes.toolbar}>
        <TextInput
          type="search"
          aria-label={t('form.search')}
          placeholder={t('form.search')}
          aria-keyshortcuts="/"
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <span role="status">
          {t('form.found', {
            count: deferredText === '' ? (asset.summary.row_count ?? matching.length) : matching.length,
          })}
        </span>
        <div className={classes.end}>
          <NativeSelect
            aria-label={t('form.labels')}
            value={labels}
            onChange={({ currentTarget }) => setSearch({ labels: currentTarget.value }, { replace: true })}
            data={[
              ...(languages.length > 0 ? languages : [null]).map((language, index) => ({
                value: String(index),
                label: t('form.labelsIn', { language: language ?? t('form.unnamedLanguage') }),
              })),
              { value: XML_NAMES, label: t('form.xmlNames') },
            ]}
          />
          {asset.deployed_version_id !== null && (
            <Button
              component={Link}
              to={`${paths.project(assetUid)}/compare`}
              variant="default"
              leftSection={<IconArrowsDiff size={16} stroke={1.75} aria-hidden />}
            >
              {t('form.compare')}
            </Button>
          )}
          {assetCan.edit(asset) && (
            <Button
              variant="default"
              component={Link}
              to={`${paths.form(assetUid)}?replace`}
              leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden />}
            >
              {t('form.replace')}
            </Button>
          )}
          <Button
            component={Link}
            to={paths.versions(assetUid)}
            variant="default"
            leftSection={<IconHistory size={16} stroke={1.75} aria-hidden />}
          >
            {t('deployment:versions.open')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
            loading={download.isPending}
            onClick={() =>
              download.mutate(undefined, { onSuccess: (file) => saveFile(file, toFileName(asset.name, 'xlsx')) })
            }
          >
            {t('form.download')}
          </Button>
        </div>
      </div>
      {matching.length > 0 ? (
        <FormOutline
          content={asset.content}
          questions={matching}
          language={labels === XML_NAMES ? null : Number(labels) || 0}
          showsRecorded={deferredText !== ''}
        />
      ) : (
        <EmptyState title={t(questions.length > 0 ? 'form.noMatch' : 'form.empty')}>
          {t(questions.length > 0 ? 'form.noMatchText' : 'form.emptyText')}
        </EmptyState>
      )}
    </>
  )
}

const matchesQuestion = ({ name, labels }: FormQuestion, search: string, locale: string) =>
  matchesSearch([name, ...labels], search, locale)
