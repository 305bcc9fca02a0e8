import type { FormContent } from '#/api/kpi/form/schema.ts'
import { expandRuns } from '#/dataset/query/column-ranges.ts'
import type { SubmissionsViewState } from '#/dataset/query/query.ts'
import { type AnswerColumn, formColumns } from './columns.ts'
import { allColumns, isWide } from './visible-columns.ts'

/** What a row shows besides its answers and its status, which every request names. */
const ROW_KEYS = ['_submission_time', '_submitted_by', '__version__']
const ATTACHMENTS = '_attachments'
const MEDIA = new Set(['photo', 'audio', 'video', 'file'])

/** What a row of one request may weigh, by our guess: 100 of them stay below 150 kB with what KPI adds. */
const ROW_BYTES = 1050
const ANSWER_BYTES = 20
/** Of a list of fields in an address, encoded. */
const ADDRESS_LENGTH = 4000
/** Which of them names a submission is not known before they are there. */
const TITLES = 3

const forms = new WeakMap<object, AnswerColumn[]>()

/** The same list for the same form, which takes a while to make. */
export function columnsOf(content: FormContent): AnswerColumn[] {
  const known = forms.get(content)
  if (known) return known
  const columns = formColumns(content)
  forms.set(content, columns)
  return columns
}

/** Splits columns into lists that are each asked for at once: neither the answer nor the address becomes too long. */
export function blocksOf(ids: readonly string[]): string[][] {
  const blocks: string[][] = []
  let [weight, length] = [Infinity, Infinity]
  for (const id of ids) {
    weight += id.length + ANSWER_BYTES
    length += encodeURIComponent(JSON.stringify(id)).length + 3
    if (weight > ROW_BYTES || length > ADDRESS_LENGTH) {
      blocks.push([])
      weight = id.length + ANSWER_BYTES
      length = encodeURIComponent(JSON.stringify(id)).length + 3
    }
    blocks.at(-1)?.push(id)
  }
  return blocks
}

/** With the files' own records, where one of the answers names a file, or may do so as the form does not know it. */
export function withAttachments(ids: readonly string[], form: readonly AnswerColumn[]): string[] {
  const kinds = new Map(form.map(({ id, kind }) => [id, kind]))
  const hasMedia = ids.map((id) => kinds.get(id)).some((kind) => !kind || kind === 'repeat' || MEDIA.has(kind))
  return hasMedia ? [...ids, ATTACHMENTS] : [...ids]
}

/**
 * What the first request for rows of a wide form names: what stands at the start of its table. `undefined` asks for
 * all, of a form where that is not much: so also what the form does not know is found.
 */
export function firstFields(
  content: FormContent,
  { columns, frozen, sort }: Pick<SubmissionsViewState, 'columns' | 'frozen' | 'sort'>,
): string[] | undefined {
  const form = columnsOf(content)
  if (!isWide(form)) return undefined
  const all = allColumns(form).map(({ id }) => id)
  const shown = columns ? expandRuns(columns, all) : form.map(({ id }) => id)
  const titles = form.filter(({ source, kind }) => source === 'question' && kind === 'text').slice(0, TITLES)
  const sorted = form.filter(({ id }) => id === sort?.field)
  const isAnswer = new Set(form.map(({ id }) => id))
  const wanted = [...titles, ...sorted].map(({ id }) => id).concat(frozen ?? [], shown)
  const [first = []] = blocksOf([...new Set(wanted)].filter((id) => isAnswer.has(id)))
  return [...ROW_KEYS, ...withAttachments(first, form)]
}
