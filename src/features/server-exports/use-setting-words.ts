import { useTranslation } from 'react-i18next'
import { type ExportChoice, settingsOf } from '#/api/kpi/exports/options.ts'
import { isolate } from '#/lib/bidi.ts'

/** Describes the settings of an export in words, without which submissions it has. */
export function useSettingWords() {
  const { t } = useTranslation('server-exports')
  return (choice: ExportChoice): string[] => {
    const takes = settingsOf(choice.type)
    const labels =
      choice.lang === '_xml'
        ? t('words.xml')
        : choice.lang === '_default'
          ? t('words.defaultLabels')
          : t('words.labels', { language: isolate(choice.lang) })
    return [
      t(`type.${choice.type}`),
      ...(takes.labels ? [labels] : []),
      ...(takes.fields && choice.fields ? [t('words.fields', { count: choice.fields.length })] : []),
      ...(takes.groups && choice.hasGroups ? [t('words.groups', { separator: isolate(choice.groupSeparator) })] : []),
      ...(takes.multipleSelect && choice.multipleSelect !== 'both' ? [t(`words.${choice.multipleSelect}`)] : []),
      ...(choice.hasAllVersions ? [] : [t('words.newestVersion')]),
      ...(takes.hasMediaUrls && choice.hasMediaUrls ? [t('words.mediaUrls')] : []),
      ...(takes.isText && choice.isText ? [t('words.text')] : []),
      ...(takes.isFlat && !choice.isFlat ? [t('words.perSubmission')] : []),
    ]
  }
}
