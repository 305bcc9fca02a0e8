import { expect, it } from 'vitest'
import { FormContent } from './schema.ts'

it('reads the other keys of a row with one invalid key, and reports the row', () => {
  const row = {
    type: 'text',
    name: 'who',
    $autoname: 'who',
    $xpath: 'hh/who',
    $kuid: 'k',
    label: ['Who?', null],
    hint: ['A name'],
    select_from_list_name: 'list',
    required: true,
    required_message: ['Say'],
    relevant: '1 = 1',
    constraint: '. != 1',
    constraint_message: ['No'],
    parameters: 'start=1',
    _or_other: false,
  }
  const read = (survey: unknown[]) => FormContent.parse({ survey }).survey[0]
  for (const key of Object.keys(row)) {
    const { [key as keyof typeof row]: _, ...others } = row
    expect(read([{ ...row, [key]: { invalid: true } }])).toMatchObject({
      ...(key === 'type' && { type: '' }),
      ...others,
    })
    expect(read([{ ...row, [key]: { invalid: true } }])?.unreadable?.raw).toMatchObject(others)
  }
  const optionalKeys = Object.keys(row).filter((key) => key !== 'type')
  for (const key of optionalKeys) expect(read([{ ...row, [key]: null }])?.unreadable).toBeUndefined()
  expect(FormContent.parse({ survey: null, choices: null, translations: 7 })).toEqual({
    survey: [],
    choices: [],
    translations: null,
  })
})
