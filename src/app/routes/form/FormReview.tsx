import { useTranslation } from 'react-i18next'
import { CheckedSheets } from '#/features/form-check/CheckedSheets.tsx'
import { FormComparison } from '#/features/form-compare/FormComparison.tsx'
import type { Replacement } from '#/features/replace-form/ReplaceForm.tsx'
import { Card } from '#/ui/Card.tsx'
import classes from './FormReview.module.css'

/** What the check says of a file that is to replace a form, and how the two differ. */
export function FormReview({ file, checked, asset }: Replacement) {
  const { t } = useTranslation('replacing')
  const { sheets, findings, form } = checked
  return (
    <>
      <Card title={t('check.title')} flush={findings.length > 0}>
        {findings.length === 0 ? (
          <p className={classes.sound}>{t('check.sound')}</p>
        ) : (
          <div className={classes.sheets}>
            <CheckedSheets
              sheets={sheets}
              findings={findings}
              isHeld={findings.some(({ severity }) => severity !== 'warning')}
            />
          </div>
        )}
      </Card>
      <Card title={t('compare.title')} flush={form !== null}>
        {form ? (
          <FormComparison
            before={{ content: asset.content, title: t('compare.before') }}
            after={{ content: form.content, title: t('compare.after'), detail: file.name }}
            assetUid={asset.uid}
            submissionCount={asset.deployment__submission_count}
            fileName={asset.name}
          />
        ) : (
          <p className={classes.sound}>{t('compare.none')}</p>
        )}
      </Card>
    </>
  )
}
