import { Anchor } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { isWebAddress } from '#/lib/is-web-address.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ServerMessage } from '#/ui/feedback/ServerMessage.tsx'
import type { BulkDialogProps } from './BulkActions.tsx'
import classes from './BulkParts.module.css'

/** Each link needs a request. */
const MAX_LINKS = 20

/** Links that open the selected submissions in the web form. */
export function BulkOpenInWebForm({ asset, target, onClose }: BulkDialogProps) {
  const { t } = useTranslation(['bulk', 'common'])
  const ids = target.ids ?? []
  const purpose = assetCan.editSubmissions(asset) ? 'edit' : 'view'
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('bulk:open.title', { count: ids.length })}
      cancelLabel={t('common:action.close')}
    >
      <p>{t(purpose === 'edit' ? 'bulk:open.edit' : 'bulk:open.view')}</p>
      {ids.length > MAX_LINKS && <p>{t('bulk:open.first', { count: MAX_LINKS })}</p>}
      <ul className={classes.links}>
        {ids.slice(0, MAX_LINKS).map((id) => (
          <WebFormLink key={id} assetUid={asset.uid} id={id} purpose={purpose} />
        ))}
      </ul>
    </ConfirmDialog>
  )
}

function WebFormLink({ assetUid, id, purpose }: { assetUid: string; id: number; purpose: 'edit' | 'view' }) {
  const { t } = useTranslation(['bulk', 'errors'])
  const { data, error } = useQuery({
    ...submissionQueries.enketo(assetUid, id, purpose),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  const name = t('bulk:open.link', { id: String(id) })
  if (error) {
    return (
      <li>
        {name}: {t(`errors:${error.kind}.title`)}
        <ServerMessage>{error.message}</ServerMessage>
      </li>
    )
  }
  return (
    <li aria-busy={!data}>
      {data && isWebAddress(data.url) ? (
        <Anchor inherit href={data.url} target="_blank" rel="noopener noreferrer">
          {name} <IconExternalLink size={14} stroke={1.75} className="fb-flip" aria-hidden />
        </Anchor>
      ) : (
        name
      )}
    </li>
  )
}
