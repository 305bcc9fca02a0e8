/** Isolates the text direction where `<bdi>` cannot be used, as in `aria-label`. Not for data that is copied. */
export const isolate = (text: string) => `\u2068${text}\u2069`
