const SECRET_KEY = /token|password|secret|credential|authorization|api.?key/i
const CREDENTIAL = /\b(token|bearer|basic)\s+[\w.~+/=-]{8,}/gi

/** JSON of any value for a bug report, with credentials replaced by "…". */
export const redact = (raw: unknown) =>
  String(JSON.stringify(raw, (key, value: unknown) => (SECRET_KEY.test(key) ? '…' : value), 2)).replaceAll(
    CREDENTIAL,
    '$1 …',
  )
