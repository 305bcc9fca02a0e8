import { strFromU8, unzlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { collectSettings } from './collect-settings.ts'

const decode = (text: string): unknown =>
  JSON.parse(strFromU8(unzlibSync(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))))

describe('collectSettings', () => {
  it('is zlib in Base64, and has the server, without any password', () => {
    const text = collectSettings({ server: 'https://kc.example.org' })
    expect(atob(text).charCodeAt(0)).toBe(0x78) // the header of zlib
    expect(decode(text)).toEqual({ general: { server_url: 'https://kc.example.org' }, admin: {}, project: {} })
  })

  it('has the username of one person, whatever its letters', () => {
    expect(decode(collectSettings({ server: 'https://kc.example.org', username: 'ëqui_01' }))).toMatchObject({
      general: { username: 'ëqui_01' },
    })
  })
})
