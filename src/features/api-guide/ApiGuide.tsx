import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#/ui/Card.tsx'
import { CopyButton } from '#/ui/CopyButton.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import classes from './ApiGuide.module.css'
import { curlOf, type MovedResource, type Renamed, searchMoved } from './v1-map.ts'

interface ApiGuideProps {
  /** The address of the server for the requests; absent in the demo. */
  server?: string
}

/** What became of the addresses and fields of the API v1, with the request of each resource in v2. */
export function ApiGuide({ server }: ApiGuideProps) {
  const { t } = useTranslation('api-guide')
  const [search, setSearch] = useState('')
  const shown = searchMoved(useDeferredValue(search))
  const count = shown.reduce((sum, { addresses, fields }) => sum + addresses.length + fields.length, 0)
  return (
    <TextPage>
      <p className={classes.intro}>{t('intro')}</p>
      <p className={classes.intro}>{t('key')}</p>
      <TextInput
        type="search"
        label={t('search')}
        value={search}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      <p className={classes.count} role="status">
        {search.trim() !== '' && t('matches', { count })}
      </p>
      {shown.map((resource) => (
        <Resource key={resource.id} resource={resource} server={server} />
      ))}
      {shown.length === 0 && <EmptyState title={t('nothing', { text: search.trim() })}>{t('nothingHelp')}</EmptyState>}
    </TextPage>
  )
}

function Resource({ resource, server }: { resource: MovedResource; server: string | undefined }) {
  const { t } = useTranslation('api-guide')
  const { id, request, addresses, fields } = resource
  const title = t(`resource.${id}`)
  const command = curlOf(request, server)
  return (
    <Card title={title}>
      <div className={classes.request}>
        <pre className={classes.command} dir="ltr">
          {command}
        </pre>
        <CopyButton text={command} label={t('copy')} description={t('copyOf', { resource: title })} />
      </div>
      {addresses.length > 0 && <Names caption={t('addresses')} names={addresses} />}
      {fields.length > 0 && <Names caption={t('fields')} names={fields} />}
    </Card>
  )
}

function Names({ caption, names }: { caption: string; names: readonly Renamed[] }) {
  const { t } = useTranslation('api-guide')
  return (
    <table className={classes.names}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inV1')}</th>
          <th scope="col">{t('inV2')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map(({ v1, v2, note }) => (
          <tr key={v1}>
            <th scope="row">
              <bdi className={classes.code} dir="ltr">
                {v1}
              </bdi>
            </th>
            <td>
              {v2 === null ? (
                t('none')
              ) : (
                <bdi className={classes.code} dir="ltr">
                  {v2}
                </bdi>
              )}
              {note && <span className={classes.note}>{t(`note.${note}`)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
