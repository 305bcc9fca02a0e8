import { isUnattended } from './project.ts'

/** Whether somebody sits before a screen on which a browser could open. */
export function canOpenBrowser(): boolean {
  if (isUnattended || !process.stdout.isTTY) return false
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}
