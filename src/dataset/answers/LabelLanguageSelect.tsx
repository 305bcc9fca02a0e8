import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface LabelLanguageSelectProps {
  className?: string | undefined
  /** The form's languages; `null` has no name. */
  languages: readonly (string | null)[]
  /** `null` for XML names. */
  language: number | null
  onLanguage: (language: number | null) => void
}

const XML_NAMES = 'xml'

/** In which of the form's languages questions and choices are named. */
export function LabelLanguageSelect({ className, languages, language, onLanguage }: LabelLanguageSelectProps) {
  const { t } = useTranslation(['submissions', 'common'])
  return (
    <NativeSelect
      className={className ?? ''}
      aria-label={t('submissions:labels.label')}
      value={language === null ? XML_NAMES : String(language)}
      onChange={({ currentTarget: { value } }) => onLanguage(value === XML_NAMES ? null : Number(value))}
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
