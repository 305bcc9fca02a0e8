import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { useDirection } from '@mantine/core'
import { useFormat } from '#/i18n/use-format.ts'
import type { DayCount } from '#/lib/last-days.ts'

/** A bar for each day. A chunk of its own: charts are heavy. */
export function SubmissionsChart({ days, label }: { days: DayCount[]; label: string }) {
  const format = useFormat()
  const { dir } = useDirection()
  const isMirrored = dir === 'rtl'
  return (
    <BarChart
      h={180}
      data={days.map(({ day, count }) => ({ day: format.day(day), count }))}
      dataKey="day"
      series={[{ name: 'count', label, color: '#4F8F96' }]}
      valueFormatter={format.number}
      gridAxis="x"
      tickLine="none"
      maxBarWidth={28}
      xAxisProps={{ reversed: isMirrored, interval: 'preserveStartEnd', minTickGap: 48 }}
      yAxisProps={{ orientation: isMirrored ? 'left' : 'right', allowDecimals: false, width: 44 }}
      barProps={{ radius: [2, 2, 0, 0], isAnimationActive: false }}
      tooltipAnimationDuration={0}
      barChartProps={{ accessibilityLayer: false }} // the table beside it is for those who do not see it
    />
  )
}
