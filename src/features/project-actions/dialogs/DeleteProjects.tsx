import { TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type ComponentType, type ReactNode, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { parseNumber } from '#/lib/number-text.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { FormOffer } from './FormOffer.tsx'
import { ProjectNames } from './ProjectNames.tsx'
import type { DataOfferProps } from './dialog-props.ts'
import classes from './dialogs.module.css'

/** What the dialog needs of a project. */
type DeletedProject = Pick<AssetListItem, 'uid' | 'name' | 'deployment__submission_count'>

interface DeleteProjectsProps {
  opened: boolean
  projects: readonly DeletedProject[]
  dataOffer: ComponentType<DataOfferProps>
  /** On what it is not possible. */
  children?: ReactNode
  onConfirm: () => void
  onClose: () => void
}

/**
 * Asks before projects are deleted permanently: offers their forms and submissions as files, and has the name (of one) or
 * the number (of several) typed where there are submissions.
 */
export function DeleteProjects({
  opened,
  projects,
  dataOffer: DataOffer,
  children,
  onConfirm,
  onClose,
}: DeleteProjectsProps) {
  const { t } = useTranslation('project-actions')
  const format = useFormat()
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const count = projects.length
  const [only] = count === 1 ? projects : []
  const withData = projects.filter(({ deployment__submission_count: submissions }) => submissions !== 0)
  const submissions = projects.reduce((sum, { deployment__submission_count: number }) => sum + (number ?? 0), 0)
  const number = parseNumber(typed, { locale, form: 'whole' })
  const isTyped = only ? typed.trim() === only.name.trim() : number.kind === 'number' && number.text === String(count)

  return (
    <ConfirmDialog
      opened={opened}
      title={only ? t('delete.titleOne', { name: only.name || only.uid }) : t('delete.title', { count })}
      hue="brick"
      cancelLabel={t('delete.cancel', { count })}
      confirmLabel={t('delete.confirm')}
      confirmIcon={<IconTrash size={16} stroke={1.75} aria-hidden />}
      ready={count > 0 && (withData.length === 0 || isTyped)}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        <b>{submissions > 0 ? t('delete.withData', { count: submissions }) : t('delete.withoutData', { count })}</b>{' '}
        {t('delete.permanent')}
      </p>
      {children}
      {!only && <ProjectNames projects={projects} />}
      {count > 0 && (
        <>
          <p>{t('delete.files')}</p>
          <FormOffer projects={projects} />
          {withData.length > 0 && (
            <ul className={classes.offers}>
              {withData.map(({ uid, name, deployment__submission_count: each }) => (
                <li key={uid}>
                  {!only && <bdi>{name || uid}</bdi>}
                  <DataOffer assetUid={uid} label={t('delete.data', { count: each ?? 0 })} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {withData.length > 0 && (
        <TextInput
          label={
            only ? (
              t('delete.typeName')
            ) : (
              <Trans t={t} i18nKey="delete.typeCount" components={{ number: <b>{format.number(count)}</b> }} />
            )
          }
          {...(only ? { description: <bdi>{only.name}</bdi>, dir: 'auto' } : { inputMode: 'numeric', dir: 'ltr' })}
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
        />
      )}
      <p>{t('delete.held')}</p>
    </ConfirmDialog>
  )
}
