import { expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { formColumns } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { searchColumns } from './search-columns.ts'

const columns = formColumns(
  formOf(
    FormContent.parse({
      translations: ['العربية (ar)', 'French (fr)'],
      survey: [
        { type: 'text', name: 'school', $xpath: 'school', label: ['اسم المدرسة', 'Nom de l’école'] },
        { type: 'integer', name: 'age', $xpath: 'hh/age', label: ['العمر', 'Âge'] },
      ],
    }),
  ),
)

const found = (search: string) =>
  searchColumns(columns, search, { t: ((key: string) => key) as never, language: 0, locale: 'ar' }, 'ar').map(
    ({ id }) => id,
  )

it.each([
  ['المدرسه', ['school']],
  ['الْمَدْرَسَة', ['school']],
  ['ecole', ['school']],
  ['AGE', ['hh/age']],
  ['hh', ['hh/age']],
  ['nothing of that name', []],
])('a search of columns for “%s” finds what a search of cells does', (search, ids) => {
  expect(found(search)).toEqual(ids)
})
