import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './AnswerInput.module.css'
import { NumberInput } from './NumberInput.tsx'
import type { AnswerInputProps } from './input-props.ts'

/** In place of a coordinate that is not typed yet, so that the altitude is not read as one. */
const MISSING = '?'

interface PointInputProps extends Omit<AnswerInputProps, 'column'> {
  description?: ReactNode
}

/** Inputs for latitude and longitude. Altitude and accuracy become 0: they were measured at another point. */
export function PointInput({ value, onChange, label, description, error, ...input }: PointInputProps) {
  const { t } = useTranslation('submission')
  const [latitude = '', longitude = ''] = value.split(' ').map((part) => (part === MISSING ? '' : part))
  const write = (lat: string, lon: string) => onChange(lat || lon ? `${lat || MISSING} ${lon || MISSING} 0 0` : '')
  return (
    <fieldset className={classes.point}>
      <legend>{label}</legend>
      {description && <div className={classes.hint}>{description}</div>}
      <div className={classes.pair}>
        <NumberInput
          {...input}
          label={t('input.latitude')}
          error={Boolean(error)}
          form="coordinate"
          inputMode="text"
          value={latitude}
          onChange={(text) => write(text, longitude)}
        />
        <NumberInput
          {...input}
          label={t('input.longitude')}
          error={Boolean(error)}
          form="coordinate"
          inputMode="text"
          value={longitude}
          onChange={(text) => write(latitude, text)}
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
