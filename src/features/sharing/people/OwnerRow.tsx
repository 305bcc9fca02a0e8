import { useTranslation } from 'react-i18next'
import { PersonRowLayout } from './PersonRow.tsx'
import { Sentence } from '#/features/sharing/parts/sentences.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'

/** The owner, who is the first row and cannot be removed. */
export function OwnerRow({ owner, you }: { owner: string; you: string }) {
  const { t } = useTranslation('sharing')
  return (
    <PersonRowLayout
      username={owner}
      sentence={<Sentence of="sentence.owner" name={owner} />}
      details={`${owner === you ? `${t('why.you')} ` : ''}${t('why.owner')}`}
      end={<span className={classes.roleName}>{t('role.owner')}</span>}
    />
  )
}
