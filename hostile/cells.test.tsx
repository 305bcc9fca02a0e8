import { render } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Answer } from '#/dataset/answers/Answer.tsx'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { formColumns } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { hostileValues } from './values.ts'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
})

/** All question types that the app knows, and the elements that their cells may contain. */
const TYPES = [
  'text',
  'integer',
  'select_one',
  'select_multiple',
  'date',
  'datetime',
  'time',
  'geopoint',
  'geotrace',
  'image',
  'audio',
  'video',
  'file',
  'calculate',
  'deviceid',
]
const ELEMENTS = new Set(['BDI', 'SPAN', 'I', 'svg', 'path', 'DIV'])

/** A link to a map, which may contain only numbers. */
const MAP = /^https:\/\/www\.openstreetmap\.org\/\?mlat=[\d.e+-]+&mlon=[\d.e+-]+#map=16\/[\d.e+-]+\/[\d.e+-]+$/

/** Renders the values as answers and as labels of choices. */
function Answers({ type, whole }: { type: string; whole: boolean }) {
  const content = {
    survey: [{ type, name: 'q', $xpath: 'q', select_from_list_name: 'list' }],
    choices: hostileValues.map((value) => ({ list_name: 'list', name: value, label: [value] })),
    translations: ['English (en)'],
  }
  const [column] = formColumns(formOf(FormContent.parse(content)))
  const display = useNewDisplay(0)
  if (!column) throw new Error(type)
  return (
    <DisplayProvider value={display}>
      {hostileValues.map((value) => (
        <div key={value} data-value>
          <Answer column={column} entry={{ q: value }} isFull={whole} />
        </div>
      ))}
    </DisplayProvider>
  )
}

it.each(TYPES.flatMap((type) => [true, false].map((whole) => ({ type, whole }))))(
  'An answer of the type $type is only shown as text (whole: $whole)',
  ({ type, whole }) => {
    const { container } = render(<Answers type={type} whole={whole} />)
    const foreign = [...container.querySelectorAll('*')].filter(
      (element) => !ELEMENTS.has(element.nodeName) && !MAP.test(element.getAttribute('href') ?? ''),
    )
    expect(foreign.map(({ outerHTML }) => outerHTML)).toEqual([])
    expect('__ran' in globalThis).toBe(false)
    expect(container.querySelectorAll('[data-value]')).toHaveLength(hostileValues.length)
  },
)

it.each(['text', 'integer', 'image', 'calculate', 'deviceid', 'date', 'datetime'])(
  'An answer of the type %s is shown complete',
  (type) => {
    const { container } = render(<Answers type={type} whole />)
    const shown = [...container.querySelectorAll('[data-value]')].map(({ textContent }) => textContent)
    const isDate = (value: string) => type.startsWith('date') && /^\d{4}-/.test(value)
    expect(hostileValues.filter((value, index) => !isDate(value) && shown[index] !== value)).toEqual([])
  },
)
