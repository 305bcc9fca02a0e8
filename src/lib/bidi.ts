/** Keeps a text's direction to itself where no `<bdi>` fits: in the name of a control. Never in copied data. */
export const isolate = (text: string) => `\u2068${text}\u2069`
