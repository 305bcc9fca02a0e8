import type { FormContent } from './schema.ts'

const turned = new WeakMap<FormContent, { into: FormContent['translations']; content: FormContent }>()

/** A form with its labels in the order of another form's languages; those of further languages stand behind them. */
export function inLanguagesOf({ translations: into }: Pick<FormContent, 'translations'>, content: FormContent) {
  const from = content.translations ?? []
  if (JSON.stringify(from) === JSON.stringify(into ?? [])) return content
  const known = turned.get(content)
  if (known && known.into === into) return known.content
  const places = (into ?? []).map((language) => from.indexOf(language))
  const turn = <Row extends { label?: FormContent['survey'][number]['label'] }>(row: Row): Row =>
    Array.isArray(row.label)
      ? { ...row, label: [...places.map((place) => row.label?.[place] ?? null), ...row.label] }
      : row
  const next = { ...content, survey: content.survey.map(turn), choices: content.choices.map(turn), translations: into }
  turned.set(content, { into, content: next })
  return next
}
