import { expect, it } from 'vitest'
import { embedCode, isEmbedded, webFormLinksOf } from './web-form-links.ts'

/** [0506] */
const LINKS = {
  offline_url: 'https://ee.example.org/x/91f39313',
  url: 'https://ee.example.org/91f39313',
  single_url: 'https://ee.example.org/single/91f39313685fd4c993a4f4635b461c7b',
  single_once_url: 'https://ee.example.org/single/b7c164b5364f4a399c4df58631393f19',
  preview_url: 'https://ee.example.org/preview/91f39313',
  iframe_url: 'https://ee.example.org/i/91f39313',
  single_iframe_url: 'https://ee.example.org/single/i/91f39313685fd4c993a4f4635b461c7b',
  single_once_iframe_url: 'https://ee.example.org/single/i/b7c164b5364f4a399c4df58631393f19',
}

it('webFormLinksOf returns every link that the server gives, and no other scheme', () => {
  const all = webFormLinksOf({ deployment__links: { ...LINKS, new_url: 'https://ee.example.org/new' } })
  expect(all.map(({ link }) => link)).toEqual(Object.keys(LINKS))
  expect(all.filter(({ link }) => isEmbedded(link))).toHaveLength(3)
  expect(webFormLinksOf({ deployment__links: {} })).toEqual([])
  expect(webFormLinksOf({ deployment__links: { url: 'javascript:alert(1)', preview_url: undefined } })).toEqual([])
})

it('embedCode escapes the address and the name', () => {
  expect(embedCode('https://ee.example.org/i/1?a=1&b=2', '"A" <b>')).toBe(
    '<iframe src="https://ee.example.org/i/1?a=1&amp;b=2" title="&quot;A&quot; &lt;b&gt;" width="100%" height="700" style="border: 0" allow="geolocation; camera; microphone"></iframe>',
  )
})
