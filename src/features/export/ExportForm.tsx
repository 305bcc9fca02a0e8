import { Button, Checkbox, NativeSelect, Radio } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { type QuestionColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { filterColumns } from '#/dataset/model/filter-operators.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { XLSX_LIMITS } from '#/lib/spreadsheet/xlsx-limits.ts'
import { DialogActions } from '#/ui/dialogs/Dialog.tsx'
import classes from './ExportDialog.module.css'
import { ExportNotes } from './ExportNotes.tsx'
import { ExportRowChoice } from './ExportRowChoice.tsx'
import type { ExportFormat } from './export-job.ts'
import { countOf, type ExportOptions, type ExportView, type ServerExportLink } from './export-request.ts'

interface ExportFormProps extends ExportView {
  count: number
  /** Without the filter; `null` if it is not known. */
  total: number | null
  selectedIds: ReadonlySet<number>
  /** Questions with points or shapes, for GeoJSON. */
  geometryColumns: readonly QuestionColumn[]
  timeZone: string
  options: ExportOptions
  serverLink: ServerExportLink
  onOptions: (options: ExportOptions) => void
  onStart: () => void
  onClose: () => void
}

const XML_VALUES = 'xml'

/** The options of an export. */
export function ExportForm(props: ExportFormProps) {
  const {
    source,
    visibleColumns,
    formColumns,
    count,
    total,
    selectedIds,
    geometryColumns,
    options,
    serverLink,
    onOptions,
    onStart,
    onClose,
  } = props
  const { t } = useTranslation(['exporting', 'submissions', 'common'])
  const display = useDisplay()
  const { number } = useFormat()
  const { languages } = source.form
  const set = (change: Partial<ExportOptions>) => onOptions({ ...options, ...change })
  const rows = countOf(options, { count, total })
  const hasTooManyRows = options.format === 'xlsx' && rows >= XLSX_LIMITS.rows
  const formats: ExportFormat[] = geometryColumns.length > 0 ? ['xlsx', 'csv', 'geojson'] : ['xlsx', 'csv']

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onStart()
      }}
    >
      <ExportRowChoice
        filter={props.filter}
        columns={filterColumns(SYSTEM_COLUMNS, formColumns)}
        count={count}
        selectedIds={selectedIds}
        total={total}
        options={options}
        onChoice={set}
      />
      <Radio.Group
        label={t('format.label')}
        value={options.format}
        onChange={(value) => set({ format: formats.find((format) => format === value) ?? 'xlsx' })}
      >
        <div className={classes.options}>
          {formats.map((format) => (
            <Radio key={format} value={format} label={t(`format.${format}`)} description={t(`format.${format}Text`)} />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.pair}>
        <NativeSelect
          label={t('columns.label')}
          value={options.columns}
          onChange={({ currentTarget: { value } }) => set({ columns: value === 'all' ? 'all' : 'visible' })}
          data={[
            { value: 'visible', label: t('columns.visible', { count: visibleColumns.length }) },
            { value: 'all', label: t('columns.all', { count: formColumns.filter(({ isOlder }) => !isOlder).length }) },
          ]}
        />
        <NativeSelect
          label={t('labels.label')}
          value={options.language === null ? XML_VALUES : String(options.language)}
          onChange={({ currentTarget: { value } }) => set({ language: value === XML_VALUES ? null : Number(value) })}
          data={[
            ...(languages.length > 0 ? languages : [null]).map((name, index) => ({
              value: String(index),
              label: t('submissions:labels.in', { language: name ?? t('common:unnamedLanguage') }),
            })),
            { value: XML_VALUES, label: t('labels.xml') },
          ]}
        />
        {options.format === 'csv' && (
          <NativeSelect
            label={t('separator.label')}
            value={options.csv.separator}
            onChange={({ currentTarget: { value } }) =>
              set({ csv: value === ';' ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' } })
            }
            data={[
              { value: ',', label: t('separator.comma') },
              { value: ';', label: t('separator.semicolon') },
            ]}
          />
        )}
        {options.format === 'geojson' && (
          <NativeSelect
            label={t('geometry.label')}
            value={options.geometry}
            onChange={({ currentTarget: { value } }) => set({ geometry: value })}
            data={geometryColumns.map((column) => ({ value: column.id, label: columnName(column, display) }))}
          />
        )}
      </div>
      <div className={classes.options}>
        <Checkbox
          label={t('metadata')}
          checked={options.metadata}
          onChange={({ currentTarget: { checked } }) => set({ metadata: checked })}
        />
        {options.language !== null && (
          <Checkbox
            label={t('groupNames')}
            checked={options.groupNames}
            onChange={({ currentTarget: { checked } }) => set({ groupNames: checked })}
          />
        )}
        {formColumns.some(({ kind }) => kind === 'selectMultiple') && (
          <Checkbox
            label={t('choiceColumns')}
            checked={options.choiceColumns}
            onChange={({ currentTarget: { checked } }) => set({ choiceColumns: checked })}
          />
        )}
      </div>
      <ExportNotes {...props} />
      {hasTooManyRows && (
        <p className={classes.error} role="alert">
          {t('tooManyRows', { rows: number(rows), limit: number(XLSX_LIMITS.rows) })}
        </p>
      )}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button variant="default" component={Link} {...serverLink(options)}>
          {t('onServer')}
        </Button>
        <Button type="submit" disabled={hasTooManyRows} leftSection={<IconDownload size={16} aria-hidden />}>
          {t('start', { count: rows })}
        </Button>
      </DialogActions>
    </form>
  )
}
