import { Menu } from '@mantine/core'
import { IconSum } from '@tabler/icons-react'
import { useContext } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { MOST_SUMMED, TotalsContext } from '#/dataset/summary/use-totals.ts'

const ICON = <IconSum size={16} stroke={1.75} aria-hidden />

/** Offers the figures of all that match, below those of the rows that are loaded. */
export function TotalsMenuItems({ column }: { column: SubmissionColumn }) {
  const { t, format } = useDisplay()
  const { of, offer, isFiltered, begin } = useContext(TotalsContext)
  if (!offer) return null
  const { count, columns } = offer
  if (count > MOST_SUMMED) return <Menu.Label>{t('total.tooMany', { count: MOST_SUMMED })}</Menu.Label>
  return (
    <>
      {column.kind !== 'id' && !of(column) && (
        <Menu.Item leftSection={ICON} onClick={() => begin([column])}>
          {t(isFiltered ? 'total.sumUpMatching' : 'total.sumUp', { count })}
        </Menu.Item>
      )}
      {columns.length > 1 && columns.some((each) => !of(each)) && (
        <Menu.Item leftSection={ICON} onClick={() => begin(columns.filter((each) => !of(each)))}>
          {t('total.inAllColumns', { of: format.number(count) })}
        </Menu.Item>
      )}
    </>
  )
}
