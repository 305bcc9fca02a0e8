/** Spaces, control characters, and characters without a glyph: zero-width, direction marks, fillers. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u

/** Whether a text has no visible character, so that it cannot be the label of a link or control. */
export const isBlank = (text: string) => INVISIBLE.test(text)
