import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { pointOf } from '#/dataset/model/values.ts'
import classes from './EditableAnswer.module.css'

/** A link to a point on OpenStreetMap. That site gets the coordinates only when the link is followed. */
export function MapLinks({ answer }: { answer: string }) {
  const { t } = useTranslation('submission')
  const point = pointOf(answer)
  if (!point) return null
  const { latitude, longitude } = point
  const query = new URLSearchParams({ mlat: latitude, mlon: longitude })
  return (
    <div className={classes.links}>
      <Anchor
        href={`https://www.openstreetmap.org/?${query}#map=15/${Number(latitude)}/${Number(longitude)}`}
        target="_blank"
        rel="noreferrer"
        size="sm"
      >
        {t('map.openStreetMap')}
      </Anchor>
    </div>
  )
}
