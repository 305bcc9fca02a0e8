import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface LabelLanguageSelectProps {
  className?: string | undefined
  /** The form's languages by index; `null` for the one without a name. */
  languages: readonly (string | null)[]
  /** An index into `languages`; `null` for XML names. */
  language: number | null
  onLanguageChange: (language: number | null) => void
}

const XML_NAMES = 'xml'

/** Selects the language of labels, or XML names. */
export function LabelLanguageSelect({ className, languages, language, onLanguageChange }: LabelLanguageSelectProps) {
  const { t } = useTranslation(['submissions', 'common'])
  return (
    <NativeSelect
      className={className ?? ''}
      aria-label={t('submissions:labels.label')}
      value={language === null ? XML_NAMES : String(language)}
      onChange={({ currentTarget: { value } }) => onLanguageChange(value === XML_NAMES ? null : Number(value))}
      data={[
        ...(languages.length > 0 ? languages : [null]).map((name, index) => ({
          value: String(index),
          label: t('submissions:labels.in', { language: name ?? t('common:unnamedLanguage') }),
        })),
        { value: XML_NAMES, label: t('submissions:labels.xmlNames') },
      ]}
    />
  )
}
