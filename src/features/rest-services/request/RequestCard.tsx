import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { hookFieldsOf } from '#/api/kpi/hooks/hook-fields.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import type { Hook, RawRow } from '#/api/kpi/hooks/schema.ts'
import { shownAddress } from '#/features/rest-services/model/addresses.ts'
import { bodyText, curlCommand, jsonPayload, shownHeaders, xmlPayload } from '#/features/rest-services/model/payload.ts'
import classes from '#/features/rest-services/services.module.css'
import { Card } from '#/ui/Card.tsx'
import { CopyButton } from '#/ui/CopyButton.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'

interface RequestCardProps {
  asset: Asset
  hook: Hook
}

/** The request that the other side gets, with the newest submission, since the server has no way to test a service. */
export function RequestCard({ asset, hook }: RequestCardProps) {
  const { t } = useTranslation('services')
  const [isAsked, setIsAsked] = useState(false)
  const rows = useQuery({
    ...hookQueries.rows(asset.uid, 'newest'),
    enabled: isAsked,
    staleTime: Infinity,
    meta: { showsError: true },
  })
  const isXml = hook.export_type === 'xml'
  const row = rows.data?.[0]
  const xml = useQuery({
    ...hookQueries.rowXml(asset.uid, row?._id ?? 0),
    enabled: isXml && row !== undefined,
    staleTime: Infinity,
    meta: { showsError: true },
  })
  const failed = rows.isError ? rows : xml.isError ? xml : null
  const isDraft = asset.deployed_version_id === null
  return (
    <Card title={t('request.title')}>
      <div className={classes.stack}>
        <p>{t('request.text')}</p>
        {isDraft ? (
          <p className={classes.small}>{t('request.draft')}</p>
        ) : (
          !isAsked && (
            <>
              <Button variant="default" onClick={() => setIsAsked(true)}>
                {t('request.show')}
              </Button>
              <p className={classes.small}>{t('request.history')}</p>
            </>
          )
        )}
        {failed?.error && (
          <ErrorPanel
            kind={failed.error.kind}
            title={t('request.failed')}
            message={failed.error.message}
            onRetry={() => void failed.refetch()}
          />
        )}
        {isAsked && !failed && (rows.isPending || (row && isXml && xml.isPending)) && (
          <p role="status">{t('request.loading')}</p>
        )}
        {rows.data && !row && <p role="status">{t('request.none')}</p>}
        {row && (!isXml || xml.data !== undefined) && <ShownRequest hook={hook} row={row} xml={xml.data} />}
      </div>
    </Card>
  )
}

/** The body; `null` where the service would send nothing. */
function bodyOf(hook: Hook, row: RawRow, xml: string | undefined): string | null {
  const fields = hookFieldsOf(hook)
  if (hook.export_type === 'xml') return xmlPayload(xml ?? '', fields)
  const body = jsonPayload(row, fields)
  return body === null ? null : bodyText('json', body)
}

/** As `bodyOf`; `undefined` for a template or a submission that cannot be read. */
function tryBodyOf(...parts: Parameters<typeof bodyOf>): string | null | undefined {
  try {
    return bodyOf(...parts)
  } catch {
    return undefined
  }
}

function ShownRequest({ hook, row, xml }: { hook: Hook; row: RawRow; xml: string | undefined }) {
  const { t } = useTranslation('services')
  const body = tryBodyOf(hook, row, xml)
  if (body === undefined) return <p role="alert">{t('request.unreadable')}</p>
  if (body === null) return <p role="alert">{t('request.empty', { id: String(row._id) })}</p>
  const head = [
    `POST ${shownAddress(hook.endpoint)}`,
    ...shownHeaders(hook).map(([name, value]) => `${name}: ${value}`),
  ].join('\n')
  return (
    <>
      <p role="status">{t('request.of', { id: String(row._id) })}</p>
      <pre className={classes.code} dir="ltr" role="region" aria-label={t('request.head')} tabIndex={0}>
        {head}
      </pre>
      <pre className={classes.code} dir="ltr" role="region" aria-label={t('request.body')} tabIndex={0}>
        {body}
      </pre>
      <div className={classes.actions}>
        <CopyButton text={curlCommand(hook, body)} label={t('request.curl')} />
        <CopyButton text={body} label={t('request.copyBody')} />
      </div>
      <p className={classes.small}>{t('request.masked')}</p>
    </>
  )
}
