// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { saveFile, toFileName } from './save-file.ts'

describe('toFileName', () => {
  it.each([
    ['Household survey, 2026', 'Household survey, 2026.xlsx'],
    ['a/b\\c: "d" <e>|f?*', 'a b c d e f.xlsx'],
    ['مسح الأسر', 'مسح الأسر.xlsx'],
    ['line\nbreak\tand \u0000 more', 'line break and more.xlsx'],
    ['v1.2', 'v1.2.xlsx'],
    ['???', 'file.xlsx'],
  ])('converts the title %j to %s', (title, name) => {
    expect(toFileName(title, 'xlsx')).toBe(name)
  })

  it.each([
    ['photo.jpg', 'photo.jpg'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['../../etc/passwd', 'etc passwd'],
    ['..\\..\\win.ini', 'win.ini'],
    ['.htaccess', 'htaccess'],
    ['nul.txt', 'nul_.txt'],
    ['report. ', 'report'],
    ['.', 'file'],
    [`${'x'.repeat(300)}.jpg`, `${'x'.repeat(60)}.jpg`],
    [`${'😀'.repeat(100)}.png`, `${'😀'.repeat(60)}.png`],
    ['half \uD83D.png', 'half \uFFFD.png'],
  ])('converts the file name %j to %s', (given, name) => {
    expect(toFileName(given)).toBe(name)
  })
})

describe('saveFile', () => {
  afterEach(() => vi.restoreAllMocks())

  it('downloads HTML and SVG as application/octet-stream', async () => {
    const made = vi.spyOn(URL, 'createObjectURL')
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    for (const type of ['text/html', 'image/svg+xml', '']) {
      saveFile(new Blob(['<script>globalThis.__ran = 1</script>'], { type }), 'a\u202Elmth.html')
      const [content] = made.mock.lastCall as [Blob]
      expect(content.type).toBe('application/octet-stream')
      expect(await content.text()).toContain('<script>')
      const [link] = clicked.mock.contexts as [HTMLAnchorElement]
      expect(link.download).toBe('almth.html')
    }
  })
})
