import type { AssetRecord, HookLogRecord, HookRecord } from '#/demo/records.ts'
import { hashOf } from '#/demo/seed/random.ts'

/** An entry as it is at a moment: one that is sent again in the background is pending until then [1217]. */
export const currentLog = ({ settlesAt = 0, ...log }: HookLogRecord, now = Date.now()): HookLogRecord =>
  settlesAt > now ? { ...log, status: 1 } : log

const hookUrl = (asset: AssetRecord, hook: HookRecord, origin: string) =>
  `${origin}/api/v2/assets/${asset.uid}/hooks/${hook.uid}/`

/** A REST service in KPI's format [1201]. What is being sent is in none of the counts. */
export function serializeHook(asset: AssetRecord, hook: HookRecord, origin: string) {
  const { logs, ...fields } = hook
  const count = (wanted: number) => logs.filter((log) => currentLog(log).status === wanted).length
  return {
    ...fields,
    asset: hashOf(asset.uid) % 1000,
    failed_count: count(0),
    pending_count: count(1),
    success_count: count(2),
    logs_url: `${hookUrl(asset, hook, origin)}logs/`,
    url: hookUrl(asset, hook, origin),
  }
}

const STATUS_NAMES = ['failed', 'pending', 'success', 'processing'] as const

/** An entry of a log in KPI's format [1212]. */
export function serializeLog(asset: AssetRecord, hook: HookRecord, log: HookLogRecord, origin: string) {
  const current = currentLog(log)
  return {
    ...current,
    url: `${hookUrl(asset, hook, origin)}logs/${log.uid}/`,
    status_str: STATUS_NAMES[current.status],
  }
}
