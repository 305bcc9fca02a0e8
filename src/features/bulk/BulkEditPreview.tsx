import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#/dataset/inputs/use-problem-text.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isolate } from '#/lib/bidi.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import type { BulkEditCheck } from './bulk-edit-check.ts'

/** What a bulk edit changes: how many submissions have another answer now, and in how many the new one is invalid. */
export function BulkEditPreview({ check, isRemoving }: { check: BulkEditCheck; isRemoving: boolean }) {
  const { t } = useTranslation(['bulk', 'submission'])
  const format = useFormat()
  const problemText = useProblemText()
  const { other, blank, same, invalidIds, problem, notRelevant, unchecked } = check
  return (
    <>
      <p role="status">
        {isRemoving
          ? t('bulk:edit.removeCount', { count: other })
          : t('bulk:edit.counts', {
              other: format.number(other),
              blank: format.number(blank),
              same: format.number(same),
            })}
      </p>
      {problem && (
        <Note
          hue="ochre"
          icon={IconAlertTriangle}
          role="alert"
          title={t('bulk:edit.invalid', { count: invalidIds.length })}
        >
          <p>
            <bdi>{problemText(problem)}</bdi>
          </p>
        </Note>
      )}
      {notRelevant > 0 && <p>{t('bulk:edit.notRelevant', { count: notRelevant })}</p>}
      {unchecked.length > 0 && <p>{t('submission:unchecked', { rules: isolate(unchecked.join(', ')) })}</p>}
    </>
  )
}
