import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { displayAddress } from '#/api/kpi/session/display-address.ts'
import classes from './ServerPicker.module.css'

export interface ServerOption {
  name: string
  url: string
  /** The app's OAuth2 client id on the server. */
  clientId?: string | undefined
  /** Whether the session of the server's own pages can be used. */
  session?: boolean | undefined
}

interface ServerPickerProps {
  servers: ServerOption[]
  /** The value of the option to type an address. */
  other: string
  value?: string
  onChange?: (server: string) => void
}

/** The choice of the server. */
export function ServerPicker({ servers, other, value, onChange }: ServerPickerProps) {
  const { t } = useTranslation('connection')
  return (
    <Radio.Group label={t('server')} {...(value !== undefined && { value })} {...(onChange && { onChange })}>
      <div className={classes.options}>
        {[...servers, { name: t('otherAddress'), url: other }].map(({ name, url }) => (
          <label key={url} className={classes.option} data-checked={url === value || undefined}>
            <Radio value={url} aria-label={name} />
            <span className={classes.name}>
              <bdi>{name}</bdi>
            </span>
            {url !== other && (
              <bdi dir="ltr" className={classes.host}>
                {displayAddress(url)}
              </bdi>
            )}
          </label>
        ))}
      </div>
    </Radio.Group>
  )
}
