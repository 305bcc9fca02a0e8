import { utils, write } from '@e965/xlsx'

/** An XLSForm with one question. */
export function xlsForm(name = 'visits.xlsx'): File {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['type', 'name', 'label'], ['text', 'q1', 'Your name']]), 'survey') // prettier-ignore
  return new File([write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], name)
}
