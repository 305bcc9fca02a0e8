import { useDirection } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type PointerEvent, useState } from 'react'
import { useFormat } from '#/i18n/use-format.ts'
import type { DayCount } from '#/lib/time/last-days.ts'
import classes from './SubmissionsChart.module.css'
import { countTicks, labelled } from './chart-scale.ts'

const HEIGHT = 180
/** From the top edge to the highest tick, and from the lowest to the bottom edge. */
const TOP = 8
const BOTTOM = 26
/** Beside the bars, for the counts. */
const AXIS = 44
/** A day and the space around it. */
const LABEL_WIDTH = 72
const MAX_BAR_WIDTH = 28

interface SubmissionsChartProps {
  days: DayCount[]
  /** What is counted. */
  label: string
}

/** A bar for each day. Whoever does not see it has the table in its place. */
export function SubmissionsChart({ days, label }: SubmissionsChartProps) {
  const format = useFormat()
  const { dir } = useDirection()
  const { ref, width } = useElementSize()
  const [pointed, setPointed] = useState<number | null>(null)
  const isMirrored = dir === 'rtl'

  const plot = Math.max(0, width - AXIS)
  const slot = plot / days.length
  const barWidth = Math.min(MAX_BAR_WIDTH, slot * 0.8)
  const ticks = countTicks(Math.max(0, ...days.map(({ count }) => count)))
  const scale = (HEIGHT - TOP - BOTTOM) / (ticks.at(-1) ?? 1)
  const base = HEIGHT - BOTTOM
  /** From the edge where lines of text begin to the edge of the picture. */
  const across = (offset: number) => (isMirrored ? width - offset : offset)
  const middleOf = (index: number) => across((index + 0.5) * slot)

  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, right } = currentTarget.getBoundingClientRect()
    const index = Math.floor((isMirrored ? right - clientX : clientX - left) / slot)
    setPointed(index < days.length ? index : null)
  }
  const shown = pointed === null ? undefined : days[pointed]

  return (
    <div
      ref={ref}
      className={classes.chart}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setPointed(null)}
    >
      {width > 0 && (
        <svg className={classes.picture} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden>
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                className={classes.line}
                x1={across(0)}
                x2={across(plot)}
                y1={base - tick * scale}
                y2={base - tick * scale}
              />
              <text className={classes.label} x={across(plot + 8)} y={base - tick * scale} dy="0.35em">
                {format.number(tick)}
              </text>
            </g>
          ))}
          {pointed !== null && (
            <rect
              className={classes.pointed}
              x={middleOf(pointed) - slot / 2}
              y={TOP}
              width={slot}
              height={base - TOP}
            />
          )}
          {days.map(({ day, count }, index) => (
            <path key={day} className={classes.bar} d={barPath(middleOf(index), base, barWidth, count * scale)} />
          ))}
          {labelled(days.length, plot, LABEL_WIDTH).map((index) => (
            <text
              key={index}
              className={index === 0 && slot < LABEL_WIDTH ? classes.label : classes.centred}
              x={index === 0 && slot < LABEL_WIDTH ? across(0) : middleOf(index)}
              y={HEIGHT - 6}
            >
              {format.day(days[index]?.day ?? '')}
            </text>
          ))}
        </svg>
      )}
      {shown && pointed !== null && (
        <div
          className={classes.tooltip}
          data-before={pointed >= days.length / 2 || undefined}
          style={{ insetInlineStart: (pointed + 0.5) * slot }}
        >
          <strong>{format.day(shown.day)}</strong>
          <span>
            {label} {format.number(shown.count)}
          </span>
        </div>
      )}
    </div>
  )
}

/** A bar with rounded upper corners, around `middle`, from `base` upwards. */
function barPath(middle: number, base: number, width: number, height: number): string {
  const radius = Math.min(2, height, width / 2)
  const [left, top] = [middle - width / 2, base - height]
  return (
    `M${left} ${base}V${top + radius}q0 ${-radius} ${radius} ${-radius}` +
    `h${width - 2 * radius}q${radius} 0 ${radius} ${radius}V${base}z`
  )
}
