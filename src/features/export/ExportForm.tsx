import { Button, Checkbox, NativeSelect, Radio } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { languagesOf } from '#/api/kpi/form/questions.ts'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { type QuestionColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { filterColumns } from '#/dataset/model/filter-operators.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { XLSX_LIMITS } from '#/lib/spreadsheet/xlsx-limits.ts'
import { DialogActions } from '#/ui/Dialog.tsx'
import classes from './ExportDialog.module.css'
import { ExportNotes } from './ExportNotes.tsx'
import { ExportRowChoice } from './ExportRowChoice.tsx'
import type { ExportFormat } from './export-job.ts'
import type { ExportOptions, ExportSource } from './export-request.ts'

interface ExportFormProps extends ExportSource {
  count: number
  /** Those that are ticked. */
  chosen: ReadonlySet<number>
  /** Questions that give a feature its place. */
  places: readonly QuestionColumn[]
  timeZone: string
  options: ExportOptions
  onOptions: (options: ExportOptions) => void
  onBegin: () => void
  onClose: () => void
}

const XML = 'xml'

/** What is to be in the file, and how. */
export function ExportForm(props: ExportFormProps) {
  const { asset, shown, form, count, chosen, places, options, onOptions, onBegin, onClose } = props
  const { t } = useTranslation(['exporting', 'submissions', 'common'])
  const reading = useDisplay()
  const format = useFormat()
  const languages = languagesOf(asset.content)
  const set = (change: Partial<ExportOptions>) => onOptions({ ...options, ...change })
  const rows = options.ids?.size ?? count
  const isTooLong = options.format === 'xlsx' && rows >= XLSX_LIMITS.rows
  const formats: ExportFormat[] = places.length > 0 ? ['xlsx', 'csv', 'geojson'] : ['xlsx', 'csv']

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onBegin()
      }}
    >
      <ExportRowChoice
        filter={props.filter}
        columns={filterColumns(SYSTEM_COLUMNS, form)}
        count={count}
        chosen={chosen}
        ids={options.ids}
        onIds={(ids) => set({ ids })}
      />
      <Radio.Group
        label={t('format.label')}
        value={options.format}
        onChange={(value) => set({ format: formats.find((known) => known === value) ?? 'xlsx' })}
      >
        <div className={classes.options}>
          {formats.map((known) => (
            <Radio key={known} value={known} label={t(`format.${known}`)} description={t(`format.${known}Text`)} />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.pair}>
        <NativeSelect
          label={t('columns.label')}
          value={options.columns}
          onChange={({ currentTarget: { value } }) => set({ columns: value === 'all' ? 'all' : 'shown' })}
          data={[
            { value: 'shown', label: t('columns.shown', { count: shown.length }) },
            { value: 'all', label: t('columns.all', { count: form.filter(({ isOlder }) => !isOlder).length }) },
          ]}
        />
        <NativeSelect
          label={t('labels.label')}
          value={options.language === null ? XML : String(options.language)}
          onChange={({ currentTarget: { value } }) => set({ language: value === XML ? null : Number(value) })}
          data={[
            ...(languages.length > 0 ? languages : [null]).map((name, index) => ({
              value: String(index),
              label: t('submissions:labels.in', { language: name ?? t('common:unnamedLanguage') }),
            })),
            { value: XML, label: t('labels.xml') },
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
            label={t('place.label')}
            value={options.place}
            onChange={({ currentTarget: { value } }) => set({ place: value })}
            data={places.map((column) => ({ value: column.id, label: columnName(column, reading) }))}
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
            label={t('groups')}
            checked={options.groups}
            onChange={({ currentTarget: { checked } }) => set({ groups: checked })}
          />
        )}
        {form.some(({ kind }) => kind === 'several') && (
          <Checkbox
            label={t('eachChoice')}
            checked={options.eachChoice}
            onChange={({ currentTarget: { checked } }) => set({ eachChoice: checked })}
          />
        )}
      </div>
      <ExportNotes {...props} />
      {isTooLong && (
        <p className={classes.wrong} role="alert">
          {t('tooManyRows', { rows: format.number(rows), limit: format.number(XLSX_LIMITS.rows) })}
        </p>
      )}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" disabled={isTooLong} leftSection={<IconDownload size={16} aria-hidden />}>
          {t('begin', { count: rows })}
        </Button>
      </DialogActions>
    </form>
  )
}
