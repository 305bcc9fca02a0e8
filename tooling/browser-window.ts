import { isUnattended } from './project.ts'

/** Whether a browser window can be opened for a user at this terminal. */
export function canOpenBrowser(): boolean {
  if (isUnattended || !process.stdout.isTTY) return false
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}
