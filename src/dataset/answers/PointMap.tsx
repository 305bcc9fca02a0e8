import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#/ui/IconButton.tsx'
import classes from './PointMap.module.css'
import { worldMap } from './world-map.ts'

interface PointMapProps {
  latitude: number
  longitude: number
}

/** Widths of the map in degrees of longitude, by zoom level. The outlines have no more detail than the first shows. */
const WIDTHS = [12, 36, 108, 360]
const INITIAL_ZOOM = 1

/** A point on a map of the world. The map is part of the app, so that no other server learns the point. */
export function PointMap({ latitude, longitude }: PointMapProps) {
  const { t } = useTranslation('submission')
  const [zoom, setZoom] = useState(INITIAL_ZOOM)
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
        {/* Repeated to the left and right, for points near the 180th meridian. */}
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
        <IconButton variant="default" label={t('map.nearer')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          <IconPlus size={16} stroke={1.75} aria-hidden />
        </IconButton>
        <IconButton
          variant="default"
          label={t('map.farther')}
          disabled={zoom === WIDTHS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <IconMinus size={16} stroke={1.75} aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}
