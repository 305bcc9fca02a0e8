import type { FormContent } from '#/api/kpi/form/schema.ts'

const reordered = new WeakMap<FormContent, { into: FormContent['translations']; content: FormContent }>()

/** A form with its labels in the order of another form's languages, and labels in further languages after them. */
export function inLanguagesOf({ translations: into }: Pick<FormContent, 'translations'>, content: FormContent) {
  const from = content.translations ?? []
  if (JSON.stringify(from) === JSON.stringify(into ?? [])) return content
  const cached = reordered.get(content)
  if (cached && cached.into === into) return cached.content
  const indexes = (into ?? []).map((language) => from.indexOf(language))
  const reorder = <Row extends { label?: FormContent['survey'][number]['label'] }>(row: Row): Row =>
    Array.isArray(row.label)
      ? { ...row, label: [...indexes.map((index) => row.label?.[index] ?? null), ...row.label] }
      : row
  const next = {
    ...content,
    survey: content.survey.map(reorder),
    choices: content.choices.map(reorder),
    translations: into,
  }
  reordered.set(content, { into, content: next })
  return next
}
