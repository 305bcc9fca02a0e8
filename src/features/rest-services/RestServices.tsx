import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { canManageServices } from '#/api/kpi/hooks/can-manage-services.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { ServiceDetail } from './ServiceDetail.tsx'
import { ServiceForm } from './form/ServiceForm.tsx'
import { ServiceList } from './list/ServiceList.tsx'
import classes from './services.module.css'

interface RestServicesProps {
  asset: Asset
  submissionPath: (submissionId: number) => string
}

/** Search parameters: the service that is shown, and the one whose form is open, or `NEW`. */
const SHOWN = 'service'
const EDITED = 'edit'
const NEW = 'new'

/** The REST services of a project: the list, one service with its log, and the form of one. */
export function RestServices({ asset, submissionPath }: RestServicesProps) {
  const { t } = useTranslation('services')
  if (!canManageServices(asset)) {
    return (
      <TextPage>
        <Note hue="petrol" icon={IconInfoCircle} title={t('mayNot.title')}>
          <p>{t('mayNot.text', { owner: asset.owner__username })}</p>
        </Note>
      </TextPage>
    )
  }
  return <Services asset={asset} submissionPath={submissionPath} />
}

function Services({ asset, submissionPath }: RestServicesProps) {
  const { t } = useTranslation('services')
  const [search, setSearch] = useSearchParams()
  const list = useQuery({ ...hookQueries.list(asset.uid), meta: { showsError: true } })
  const [shown, edited] = [search.get(SHOWN), search.get(EDITED)]
  const show = (uid: string | null) => setSearch(uid === null ? {} : { [SHOWN]: uid })
  const edit = (uid: string) => setSearch({ ...(shown !== null && { [SHOWN]: shown }), [EDITED]: uid })
  const hookOf = (uid: string | null) => list.data?.results.find((hook) => hook.uid === uid)

  if (edited === NEW) {
    return <ServiceForm asset={asset} hook={null} onClose={() => show(null)} onSaved={(hook) => show(hook.uid)} />
  }
  if (list.error && !list.data) {
    return (
      <TextPage>
        <ErrorPanel
          kind={list.error.kind}
          title={t('list.failed')}
          {...(list.error.kind === 'not-found' && { explanation: t('list.notFound') })}
          message={list.error.message}
          onRetry={() => void list.refetch()}
        />
      </TextPage>
    )
  }
  if (!list.data) {
    return (
      <TextPage>
        <Card title={t('list.title')}>
          <p role="status">{t('list.loading')}</p>
        </Card>
      </TextPage>
    )
  }
  const editedHook = hookOf(edited)
  if (editedHook) {
    return (
      <ServiceForm
        key={editedHook.uid}
        asset={asset}
        hook={editedHook}
        onClose={() => show(shown)}
        onSaved={() => show(editedHook.uid)}
      />
    )
  }
  const shownHook = hookOf(shown)
  if (shownHook) {
    return (
      <ServiceDetail
        key={shownHook.uid}
        asset={asset}
        hook={shownHook}
        submissionPath={submissionPath}
        onBack={() => show(null)}
        onEdit={() => edit(shownHook.uid)}
      />
    )
  }
  if (shown !== null || edited !== null) {
    return (
      <TextPage>
        <EmptyState title={t('list.gone')} actions={<Button onClick={() => show(null)}>{t('detail.back')}</Button>}>
          <p className={classes.small}>{t('list.goneText')}</p>
        </EmptyState>
      </TextPage>
    )
  }
  return <ServiceList asset={asset} hooks={list.data} onShow={show} onEdit={edit} onAdd={() => edit(NEW)} />
}
