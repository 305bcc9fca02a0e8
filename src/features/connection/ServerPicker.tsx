import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { shownAddress } from '#/api/kpi/session/server-address.ts'
import classes from './ServerPicker.module.css'

export interface ServerOption {
  name: string
  url: string
  /** Of this app, among the server's OAuth2 applications. */
  clientId?: string | undefined
  /** Whether being signed in to the server's own pages counts here. */
  session?: boolean | undefined
}

interface ServerPickerProps {
  servers: ServerOption[]
  /** The value that stands for an address of one's own. */
  other: string
  value?: string
  onChange?: (server: string) => void
}

/** Which server to connect to. */
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
                {shownAddress(url)}
              </bdi>
            )}
          </label>
        ))}
      </div>
    </Radio.Group>
  )
}
