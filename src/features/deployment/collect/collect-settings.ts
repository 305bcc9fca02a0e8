import { strToU8, zlibSync } from 'fflate'

/**
 * Settings of KoboCollect as its QR code has them: JSON, compressed by zlib, in Base64, as ODK documents it. The app sets
 * what is left out to its default. There is no password in it.
 */
export function collectSettings({ server, username }: { server: string; username?: string | undefined }): string {
  const settings = {
    general: { server_url: server, ...(username !== undefined && { username }) },
    admin: {},
    project: {},
  }
  return btoa(String.fromCharCode(...zlibSync(strToU8(JSON.stringify(settings)), { level: 9 })))
}
