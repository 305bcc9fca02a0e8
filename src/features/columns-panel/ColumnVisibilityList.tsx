import { Checkbox, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { KindIcon } from '#/dataset/answers/KindIcon.tsx'
import { SectionLabel } from '#/dataset/answers/SectionLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { ColumnLayout } from '#/dataset/model/column-order.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import classes from './ColumnsPanel.module.css'
import { groupedLines, searchColumns } from './search-columns.ts'

interface ColumnVisibilityListProps {
  /** In the form's order. */
  all: readonly DataColumn[]
  layout: ColumnLayout
  onVisibilityChange: (ids: ReadonlySet<string>, isWanted: boolean) => void
}

const LINE_HEIGHT = 40

/** Every column with a checkbox, under its group. Only the visible part of a thousand of them is rendered. */
export function ColumnVisibilityList({ all, layout, onVisibilityChange }: ColumnVisibilityListProps) {
  const { t } = useTranslation(['columns', 'common'])
  const display = useDisplay()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const [text] = useDebouncedValue(search, 100)
  const found = useMemo(() => searchColumns(all, text, display, locale), [all, text, display, locale])
  const lines = useMemo(() => groupedLines(found), [found])
  const shown = useMemo(() => new Set([...layout.frozen, ...layout.rest]), [layout])
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: () => LINE_HEIGHT,
    overscan: 4,
  })

  return (
    <>
      <TextInput
        type="search"
        label={t('find')}
        description={t('findHelp')}
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        rightSection={
          search !== '' && <CloseButton aria-label={t('clearSearch')} onClick={() => setSearch('')} size="sm" />
        }
      />
      <p className={classes.found} role="status">
        {text !== '' && t('found', { count: found.length })}
      </p>
      <div ref={setScroller} className={classes.scroller} role="region" aria-label={t('choose')} tabIndex={0}>
        <ul className={classes.lines} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const line = lines[index]
            if (!line) return null
            const { column, members } = line
            const checkedCount = members.filter((id) => shown.has(id)).length
            return (
              <li
                key={line.key}
                className={classes.line}
                data-group={!column || undefined}
                aria-posinset={index + 1}
                aria-setsize={lines.length}
                style={{ insetBlockStart: start, blockSize: size }}
              >
                <Checkbox
                  checked={checkedCount === members.length}
                  indeterminate={checkedCount > 0 && checkedCount < members.length}
                  onChange={() => onVisibilityChange(new Set(members), checkedCount < members.length)}
                  classNames={{
                    body: classes.checkbox ?? '',
                    label: classes.label ?? '',
                    labelWrapper: classes.labelWrapper ?? '',
                  }}
                  label={
                    column ? (
                      <>
                        <KindIcon column={column} size={15} className={classes.icon} />
                        <bdi>{columnName(column, display)}</bdi>
                      </>
                    ) : (
                      <span>
                        {line.section.kind === 'ungrouped' ? t('ungrouped') : <SectionLabel section={line.section} />}
                        <span className={classes.beside}>
                          {' '}
                          {t('ofGroup', { shown: display.format.number(checkedCount), count: members.length })}
                        </span>
                      </span>
                    )
                  }
                />
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}
