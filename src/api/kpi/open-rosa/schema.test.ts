import { describe, expect, it } from 'vitest'
import { readFormList, readManifest } from './schema.ts'

const UID = 'aAMQzF4pyJZBdd92sfo4ms'
/** [2284] */
const LIST = `<?xml version="1.0" encoding="utf-8"?>
<xforms xmlns="http://openrosa.org/xforms/xformsList"><xform><formID>${UID}</formID><name>Household &amp; family</name><version>2 (2026-11-29 11:45:08)</version><hash>md5:021b2154b032b3c122e6d9408856e6e8</hash><downloadUrl>https://kf.example.org/forms/48/form.xml</downloadUrl><manifestUrl>https://kc.example.org/xformsManifest/48</manifestUrl></xform></xforms>`
/** [2285] */
const MANIFEST = `<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns="http://openrosa.org/xforms/xformsManifest"><mediaFile><filename>list.csv</filename><hash>md5:e5ebd4c02cefbe7955977c67ada242b7</hash><downloadUrl>https://kf.example.org/xformsMedia/48/6.csv</downloadUrl></mediaFile></manifest>`

describe('readFormList', () => {
  it('reads the title, and of the manifest’s address only the path', () => {
    expect(readFormList(LIST, UID)).toEqual({ title: 'Household & family', manifestPath: 'xformsManifest/48' })
    expect(readFormList(LIST.replace(/<manifestUrl>.*<\/manifestUrl>/, ''), UID)).toMatchObject({ manifestPath: null })
    expect(readFormList(LIST.replace('kc.example.org/', 'kc.example.org/anna/'), UID)).toMatchObject({
      manifestPath: 'xformsManifest/48',
    })
  })

  it('returns null if the form is not listed, and throws for anything else', () => {
    expect(readFormList(LIST, 'aOther')).toBeNull()
    expect(readFormList('<xforms/>', UID)).toBeNull()
    for (const other of ['<html><body>Log in</body></html>', MANIFEST, '{}', '']) {
      expect(() => readFormList(other, UID)).toThrow(Error)
    }
  })
})

it('readManifest reads names and hashes', () => {
  expect(readManifest(MANIFEST)).toEqual([{ filename: 'list.csv', hash: 'md5:e5ebd4c02cefbe7955977c67ada242b7' }])
  expect(readManifest('<manifest xmlns="x"></manifest>')).toEqual([])
  expect(() => readManifest(LIST)).toThrow(Error)
})
