import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconDownload, IconSearch } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { downloadXlsForm } from '#/api/kpi/form/mutations.ts'
import { type FormQuestion, languagesOf, questionsOf } from '#/api/kpi/form/questions.ts'
import { requireParams } from '#/app/route-params.ts'
import { FormOutline } from '#/features/project/FormOutline.tsx'
import { useLocale } from '#/i18n/use-locale.ts'
import { matchesSearch } from '#/lib/fold-text.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import classes from './project-form.module.css'

const XML_NAMES = 'xml'

export function Component() {
  const { t } = useTranslation('project')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const download = useMutation(downloadXlsForm(asset))

  const languages = languagesOf(asset.content)
  const labels = search.get('labels') ?? '0'
  const questions = questionsOf(asset.content)
  const locale = useLocale()
  const found = questions.filter((question) => matches(question, wanted, locale))

  return (
    <>
      <PageTitle>{`${t('tabs.form')} · ${asset.name}`}</PageTitle>
      <div className={classes.toolbar}>
        <TextInput
          type="search"
          aria-label={t('form.search')}
          placeholder={t('form.search')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <span role="status">
          {t('form.found', { count: wanted === '' ? (asset.summary.row_count ?? found.length) : found.length })}
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
      {found.length > 0 ? (
        <FormOutline
          content={asset.content}
          questions={found}
          language={labels === XML_NAMES ? null : Number(labels) || 0}
        />
      ) : (
        <EmptyState title={t(questions.length > 0 ? 'form.noMatch' : 'form.empty')}>
          {t(questions.length > 0 ? 'form.noMatchText' : 'form.emptyText')}
        </EmptyState>
      )}
    </>
  )
}

const matches = ({ name, labels }: FormQuestion, search: string, locale: string) =>
  matchesSearch([name, ...labels], search, locale)
