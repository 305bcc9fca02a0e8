import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { pointOf } from '#/dataset/model/values.ts'
import classes from './EditableAnswer.module.css'

/** Where a place can be looked at: another site, which is told the coordinates only when somebody follows the link. */
export function MapLinks({ answer }: { answer: string }) {
  const { t } = useTranslation('submission')
  const place = pointOf(answer)
  if (!place) return null
  const { latitude, longitude } = place
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
