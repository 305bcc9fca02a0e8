import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#/dataset/inputs/use-problem-text.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isolate } from '#/lib/bidi.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import type { BulkEditCheck } from './bulk-edit-check.ts'

/** What a new answer means: how many have another now, and in which the form would not take it. */
export function BulkEditPreview({ check, isRemoving }: { check: BulkEditCheck; isRemoving: boolean }) {
  const { t } = useTranslation(['bulk', 'submission'])
  const format = useFormat()
  const words = useProblemText()
  const { other, blank, same, wrong, problem, notAsked, unchecked } = check
  return (
    <>
      <p role="status">
        {isRemoving
          ? t('bulk:edit.removes', { count: other })
          : t('bulk:edit.now', {
              other: format.number(other),
              blank: format.number(blank),
              same: format.number(same),
            })}
      </p>
      {problem && (
        <Note hue="ochre" icon={IconAlertTriangle} role="alert" title={t('bulk:edit.leftOut', { count: wrong.length })}>
          <p>
            <bdi>{words(problem)}</bdi>
          </p>
        </Note>
      )}
      {notAsked > 0 && <p>{t('bulk:edit.notAsked', { count: notAsked })}</p>}
      {unchecked.length > 0 && <p>{t('submission:unchecked', { rules: isolate(unchecked.join(', ')) })}</p>}
    </>
  )
}
