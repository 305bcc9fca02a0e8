/** Words that KPI converts to null or a number, so that `1e3` would search `1000.0` (its source). */
const IS_CONVERTED = /^(?:null|[+-]?[\p{Nd}_.]+(?:e[+-]?[\p{Nd}_]+)?)$/iu
/** Numbers that stay the same, at least as part of a text. */
const IS_PLAIN_NUMBER = /^\d+(?:\.\d{1,4})?$/
/** Quoted values have no escapes. */
const IS_QUOTABLE = /^(?:[^"]*[^"\\])?$/

/** A text as a regular expression without characters of special meaning. */
const escaped = (text: string) => text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')

/**
 * A condition of KPI's `q`: a text as part of a field, regardless of case. Texts with quotes, and those that KPI would
 * convert, are searched by a regular expression, in which punctuation can be escaped (KPI's source).
 */
export const contains = (field: string, text: string) =>
  IS_QUOTABLE.test(text) && (!IS_CONVERTED.test(text) || IS_PLAIN_NUMBER.test(text))
    ? `${field}__icontains:"${text}"`
    : `${field}__iregex:"${escaped(text).replace(/^[^\\]/u, '[$&]')}"`

/** A condition of KPI's `q`: a text as the whole field, regardless of case. See {@link contains}. */
export const equals = (field: string, text: string) =>
  IS_QUOTABLE.test(text) && !IS_CONVERTED.test(text)
    ? `${field}__iexact:"${text}"`
    : `${field}__iregex:"^${escaped(text)}$"`

/** One of several conditions has to match; empty if there is none. */
export const anyOf = (conditions: readonly string[]): string[] =>
  conditions.length > 1 ? [`(${conditions.join(' OR ')})`] : [...conditions]
