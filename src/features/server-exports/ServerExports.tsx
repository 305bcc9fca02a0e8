import { Anchor, Button, TextInput } from '@mantine/core'
import { IconCloudDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { startExport } from '#/api/kpi/exports/mutations.ts'
import { DEFAULT_CHOICE, exportOptions, langOf, readChoice } from '#/api/kpi/exports/options.ts'
import { exportQueries, KEPT_EXPORTS } from '#/api/kpi/exports/queries.ts'
import type { ExportOptions } from '#/api/kpi/exports/schema.ts'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { columnsOf, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { filterColumns } from '#/dataset/model/filter-operators.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { ExportList } from './ExportList.tsx'
import { SavedSettings } from './SavedSettings.tsx'
import { ScopeText } from './ScopeText.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { hasPeriod, isLimited, toExportScope, toRowScope, WHOLE_PROJECT } from './export-scope.ts'
import { fieldOptions } from './field-options.ts'
import classes from './server-exports.module.css'

interface ServerExportsProps {
  asset: Asset
  /** The filter and the selection of the table from which the person came. */
  filter: RowFilter
  ids: readonly number[] | null
  /** The table, with its own export open, and the filter. */
  tableLink: { to: string; state: unknown }
  /** Called when the filter and the selection are dropped, or replaced by those of saved settings. */
  onScopeLeft: () => void
}

/** Files that the server makes: a new one, the settings that are saved for it, and the earlier ones. */
export function ServerExports({ asset, filter, ids, tableLink, onScopeLeft }: ServerExportsProps) {
  const { t } = useTranslation(['server-exports', 'common'])
  const { form } = useKpiSource(asset)
  const display = useNewDisplay(0)
  const columns = useMemo(() => filterColumns(SYSTEM_COLUMNS, columnsOf(form)), [form])
  const [scope, setScope] = useState({ filter, query: null as Record<string, unknown> | null, ids })
  const [choice, setChoice] = useState({ ...DEFAULT_CHOICE, lang: langOf(form.languages[0] ?? null) })
  const [name, setName] = useState('')
  const list = useQuery({ ...exportQueries.list(asset.uid), meta: { showsError: true } })
  const start = useMutation(startExport(asset.uid))
  const top = useRef<HTMLDivElement>(null)
  const options = exportOptions(choice, toExportScope(scope, form))
  const problem =
    choice.fields?.length === 0
      ? t('server-exports:fields.none')
      : choice.hasGroups && choice.groupSeparator === ''
        ? t('server-exports:separatorMissing')
        : null

  const use = (saved: ExportOptions) => {
    setChoice(readChoice(saved))
    setScope(toRowScope(saved, form))
    start.reset()
    onScopeLeft()
    top.current?.scrollIntoView({ block: 'nearest' })
    top.current?.focus({ preventScroll: true })
  }
  return (
    <DisplayProvider value={display}>
      <TextPage
        beside={
          <SavedSettings
            assetUid={asset.uid}
            form={form}
            columns={columns}
            canManage={assetCan.share(asset)}
            owner={asset.owner__username}
            current={options}
            problem={problem}
            hasPeriod={hasPeriod(scope)}
            onUse={use}
          />
        }
      >
        <Card title={t('server-exports:new.title')}>
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault()
              if (problem === null) start.mutate({ options, name: name.trim() }, { onSuccess: () => setName('') })
            }}
          >
            <div
              ref={top}
              tabIndex={-1}
              role="group"
              aria-label={t('server-exports:scope.label')}
              className={classes.scope}
            >
              <p>
                <ScopeText scope={scope} columns={columns} />
              </p>
              {isLimited(scope) && (
                <Button
                  variant="default"
                  onClick={() => {
                    setScope(WHOLE_PROJECT)
                    onScopeLeft()
                  }}
                >
                  {t('server-exports:scope.drop')}
                </Button>
              )}
            </div>
            <SettingsForm
              choice={choice}
              languages={form.languages}
              fields={fieldOptions(asset, columns, display)}
              onChoice={setChoice}
            />
            <TextInput
              label={t('server-exports:name')}
              description={t('server-exports:nameHelp')}
              maxLength={255}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <ul className={classes.notes}>
              <li>{t('server-exports:new.limits', { count: KEPT_EXPORTS })}</li>
              {(list.data?.count ?? 0) >= KEPT_EXPORTS && <li>{t('server-exports:new.replacesOldest')}</li>}
              <li>
                {t('server-exports:new.here')}{' '}
                <Anchor component={Link} to={tableLink.to} state={tableLink.state} inherit underline="always">
                  {t('server-exports:new.hereLink')}
                </Anchor>
              </li>
            </ul>
            <div className={classes.actions}>
              <Button
                type="submit"
                loading={start.isPending}
                disabled={problem !== null}
                leftSection={<IconCloudDownload size={16} stroke={1.75} aria-hidden />}
              >
                {t('server-exports:new.start')}
              </Button>
              {problem !== null && <span className={classes.small}>{problem}</span>}
            </div>
            {start.error && (
              <ErrorPanel
                isChange
                kind={start.error.kind}
                title={t('server-exports:new.failed')}
                explanation={t('server-exports:new.failedText')}
                message={[start.error.message, ...Object.values(start.error.fields)].filter(Boolean).join('\n')}
              />
            )}
          </form>
        </Card>
        <ExportList project={asset} form={form} columns={columns} onUse={use} />
      </TextPage>
    </DisplayProvider>
  )
}
