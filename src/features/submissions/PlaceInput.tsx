import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerInputProps } from './AnswerInput.tsx'
import classes from './AnswerInput.module.css'

interface PlaceInputProps extends Omit<AnswerInputProps, 'column'> {
  description?: ReactNode
}

/** Latitude and longitude. Altitude and accuracy were measured at another place, so a new one has none. */
export function PlaceInput({ value, onChange, label, description, error, ...input }: PlaceInputProps) {
  const { t } = useTranslation('submission')
  const [latitude = '', longitude = ''] = value.split(' ')
  const write = (lat: string, lon: string) => {
    const [cleanLat, cleanLon] = [lat, lon].map((text) => text.replaceAll(/[\s,]/g, ''))
    onChange(cleanLat || cleanLon ? `${cleanLat} ${cleanLon} 0 0` : '')
  }
  return (
    <fieldset className={classes.place}>
      <legend>{label}</legend>
      {description && <div className={classes.hint}>{description}</div>}
      <div className={classes.pair}>
        <TextInput
          {...input}
          label={t('input.latitude')}
          error={Boolean(error)}
          dir="ltr"
          inputMode="text"
          value={latitude}
          onChange={({ currentTarget }) => write(currentTarget.value, longitude)}
        />
        <TextInput
          {...input}
          label={t('input.longitude')}
          error={Boolean(error)}
          dir="ltr"
          inputMode="text"
          value={longitude}
          onChange={({ currentTarget }) => write(latitude, currentTarget.value)}
        />
      </div>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
