/** Spaces, control characters, and those without a shape of their own: zero-width, direction marks, fillers. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u

/** Whether nothing of a text can be seen: it names nothing, and a link of it could not be pressed. */
export const isBlank = (text: string) => UNSEEN.test(text)
