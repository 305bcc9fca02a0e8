const SECRET = /token|password|secret|credential|authorization|api.?key/i
const PROOF = /\b(token|bearer|basic)\s+[\w.~+/=-]{8,}/gi

/** Something odd as text for a report, as it came but for what opens doors. */
export const redact = (raw: unknown) =>
  String(JSON.stringify(raw, (key, value: unknown) => (SECRET.test(key) ? '…' : value), 2)).replaceAll(PROOF, '$1 …')
