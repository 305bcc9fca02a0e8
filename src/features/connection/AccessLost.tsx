import { Button } from '@mantine/core'
import { IconShieldX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { requestHostAccess } from '#/lib/host-access.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './AccessLost.module.css'
import { useHasHostAccess } from './use-host-access.ts'

/** Shown if the extension has lost access to the current server, with a button to grant it again. */
export function AccessLost({ server }: { server: string }) {
  const { t } = useTranslation('connection')
  const hasAccess = useHasHostAccess(server)
  useRefetchOnAccess(hasAccess)
  if (hasAccess !== false) return null

  return (
    <div className={classes.place}>
      <Note
        hue="ochre"
        icon={IconShieldX}
        role="alert"
        title={
          <Trans
            ns="connection"
            i18nKey="access.lost"
            values={{ host: new URL(server).hostname }}
            components={{ host: <bdi dir="ltr" /> }}
          />
        }
        actions={<Button onClick={() => void requestHostAccess(server)}>{t('access.allowAgain')}</Button>}
      >
        <p>{t('access.lostText')}</p>
      </Note>
    </div>
  )
}

/** Refetches failed queries when access is granted. */
function useRefetchOnAccess(hasAccess: boolean | undefined) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const here = useLocation()
  const hadAccess = useRef(hasAccess)
  const readAgain = useEffectEvent(() =>
    Promise.all([client.invalidateQueries(), navigate(here, { replace: true, state: here.state as unknown })]),
  )
  useEffect(() => {
    if (hadAccess.current === false && hasAccess) void readAgain()
    hadAccess.current = hasAccess
  }, [hasAccess])
}
