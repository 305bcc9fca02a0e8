import { expect, it } from 'vitest'
import { linksOf, nameOfLink } from './links.ts'

it('Links stand one in a line; others are named by their lines', () => {
  expect(
    linksOf('https://a.example.org/f.xlsx\n\n  http://b.example.org/g.xls \nform.xlsx\njavascript:alert(1)'),
  ).toEqual({
    links: ['https://a.example.org/f.xlsx', 'http://b.example.org/g.xls'],
    wrongLines: [4, 5],
  })
})

it('Pages of spreadsheets become links to their files', () => {
  expect(
    linksOf('https://docs.google.com/spreadsheets/d/1AbC-d_9/edit?gid=0#gid=0\nhttps://www.dropbox.com/s/x/f.xlsx?dl=0')
      .links,
  ).toEqual([
    'https://docs.google.com/spreadsheets/d/1AbC-d_9/export?format=xlsx',
    'https://www.dropbox.com/s/x/f.xlsx?dl=1',
  ])
})

it.each([
  ['https://a.example.org/forms/visits%20v2.xlsx?raw=1', 'visits v2.xlsx'],
  ['https://a.example.org/export/', 'a.example.org'],
  ['https://a.example.org/50%.xlsx', '50%.xlsx'],
])('%s is called %s', (link, name) => expect(nameOfLink(link)).toBe(name))
