import { ActionIcon } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './PointMap.module.css'
import { worldMap } from './world-map.ts'

interface PointMapProps {
  latitude: number
  longitude: number
}

/** Degrees of longitude across, from near to far. The countries' outlines say nothing nearer than that. */
const WIDTHS = [12, 36, 108, 360]
const FIRST = 1

/** Where on earth a place is. The map is the app's own: nobody is told which place is looked at. */
export function PointMap({ latitude, longitude }: PointMapProps) {
  const { t } = useTranslation('submission')
  const [zoom, setZoom] = useState(FIRST)
  const { land, borders } = useMemo(() => worldMap(), [])
  const width = WIDTHS[zoom] ?? 360
  const height = width / 2
  const left = width === 360 ? -180 : longitude - width / 2
  const top = width === 360 ? -90 : -latitude - height / 2
  return (
    <div className={classes.map}>
      <svg
        viewBox={`${left} ${top} ${width} ${height}`}
        role="img"
        aria-label={t('map.label', { latitude, longitude })}
        preserveAspectRatio="xMidYMid slice"
      >
        <rect className={classes.sea} x={left} y={top} width={width} height={height} />
        {/* Once more beyond the edges of the world, which are in the middle of an ocean. */}
        {[-360, 0, 360].map((shift) => (
          <g key={shift} transform={`translate(${shift} 0)`}>
            <path className={classes.land} d={land} />
            <path className={classes.borders} d={borders} />
          </g>
        ))}
        <circle className={classes.halo} cx={longitude} cy={-latitude} r={width / 40} />
        <circle className={classes.point} cx={longitude} cy={-latitude} r={width / 80} />
      </svg>
      <div className={classes.zoom}>
        <ActionIcon
          variant="default"
          aria-label={t('map.nearer')}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <IconPlus size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('map.farther')}
          disabled={zoom === WIDTHS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <IconMinus size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  )
}
