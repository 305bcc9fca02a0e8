import { Fragment } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { languageOf } from '#/i18n/languages.ts'

/** A username within a sentence. */
export function Name({ children }: { children: string }) {
  return (
    <b>
      <bdi>{children}</bdi>
    </b>
  )
}

interface SentenceProps {
  /** Key of a text with `<name/>`, and with `{{what}}` if `what` is given. */
  of: SentenceKey
  name: string
  what?: string
}

type SentenceKey =
  | `sentence.${'owner' | 'collector' | 'viewer' | 'reviewer' | 'editor' | 'manager' | 'custom' | 'nothing'}`
  | `change.${'label' | 'gains' | 'loses' | 'nothing' | 'limitLifted' | 'limitClosed' | 'limitBegun' | 'limitChanged'}`
  | `remove.${'title' | 'loses' | 'closed' | 'stays'}`
  | `people.${'roleOf' | 'moreFor'}`
  | 'conflict.gone'

/** A translated sentence with a username in it. */
export function Sentence({ of, name, what = '' }: SentenceProps) {
  const { t } = useTranslation('sharing')
  return <Trans t={t} i18nKey={of} values={{ what }} components={{ name: <Name>{name}</Name> }} />
}

interface AnyOfProps {
  items: readonly string[]
  /** `ltr` for XML names. */
  dir?: 'ltr'
}

/** "a, b or c", each item with isolated text direction. */
export function AnyOf({ items, dir }: AnyOfProps) {
  const { i18n } = useTranslation()
  const list = new Intl.ListFormat(languageOf(i18n.language).locale, { type: 'disjunction' })
  return list.formatToParts(items).map(({ type, value }, index) =>
    type === 'element' ? (
      <b key={index}>
        <bdi dir={dir}>{value}</bdi>
      </b>
    ) : (
      <Fragment key={index}>{value}</Fragment>
    ),
  )
}
