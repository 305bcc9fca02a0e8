/** A column: a plain value, or one language of a translated one. */
export interface Column {
  name: string
  /** Missing if the column is not translated; `null` is the language without a name. */
  language?: string | null
}

const ALIASES: Record<string, string> = {
  caption: 'label',
  'constraint message': 'constraint_message',
  constraining_message: 'constraint_message',
  'constraint-message': 'constraint_message',
  'required message': 'required_message',
  requiredMsg: 'required_message',
  noAppErrorString: 'no_app_error_string',
  relevance: 'relevant',
  'read only': 'read_only',
  readonly: 'read_only',
  calculate: 'calculation',
  'choice filter': 'choice_filter',
  'repeat count': 'repeat_count',
  hxl: 'tags',
  image: 'media::image',
  audio: 'media::audio',
  video: 'media::video',
  'big-image': 'media::big-image',
}

const MEDIA = /^media\s*::?\s*([^:]+?)(?:\s*::?\s*([^:]+))?$/
const TRANSLATED = /^([^:]+?)\s*::?\s*([^:]+)$/
const NEVER_TRANSLATED = /^(bind|body|control|instance|attribute)::?|^bind:/

/**
 * `label` and `hint` are translated even without a language [0340]; other columns only if one of them names a language.
 */
const ALWAYS_TRANSLATED = new Set(['label', 'hint'])

/** Parses a heading: `label::Français (fr)`, `media::image`, `bind::saveIncomplete`. */
export function parseHeading(heading: string): Column {
  const text = heading.trim()
  const media = MEDIA.exec(text)
  if (media?.[1]) return { name: `media::${media[1]}`, language: media[2]?.trim() ?? null }
  if (NEVER_TRANSLATED.test(text) && !text.startsWith('instance')) return { name: text }
  const translated = TRANSLATED.exec(text)
  if (translated?.[1] && translated[2]) return { name: canonicalName(translated[1]), language: translated[2].trim() }
  const name = canonicalName(text)
  return ALWAYS_TRANSLATED.has(name) || name.startsWith('media::') ? { name, language: null } : { name }
}

const canonicalName = (name: string) => ALIASES[name] ?? name
