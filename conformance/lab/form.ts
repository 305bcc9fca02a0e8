/** The form of the run's projects in KPI's format: a question of each type, a group and a repeat group. */
export const CONTENT = {
  schema: '1',
  translations: [null],
  translated: ['label'],
  settings: {},
  survey: [
    question('start', 'start'),
    question('text', 'name', 'Name'),
    question('integer', 'age', 'Age'),
    question('decimal', 'weight', 'Weight'),
    { ...question('select_one', 'colour', 'Colour'), select_from_list_name: 'colours' },
    { ...question('select_multiple', 'likes', 'Likes'), select_from_list_name: 'colours' },
    question('date', 'day', 'Day'),
    question('dateTime', 'moment', 'Moment'),
    question('geopoint', 'place', 'Place'),
    question('image', 'photo', 'Photo'),
    { ...question('calculate', 'double'), calculation: 'number(${age}) * 2' },
    question('begin_group', 'household', 'Household'),
    question('text', 'head', 'Head of household'),
    { type: 'end_group' },
    question('begin_repeat', 'member', 'Member'),
    question('text', 'member_name', 'Name of the member'),
    question('integer', 'member_age', 'Age of the member'),
    { type: 'end_repeat' },
  ],
  choices: ['red', 'green', 'blue'].map((name) => ({ list_name: 'colours', name, label: [name.toUpperCase()] })),
}

function question(type: string, name: string, label?: string) {
  return { type, name, ...(label !== undefined && { label: [label] }) }
}

/** The same form with one more question, for a second version. */
export const SECOND_CONTENT = { ...CONTENT, survey: [...CONTENT.survey, question('text', 'added', 'Added later')] }

/** Answers as they are nested in the XML: groups are objects, repeat groups are lists of objects. */
export interface Answers {
  [name: string]: string | Answers | readonly Answers[]
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function elements(answers: Answers): string {
  return Object.entries(answers)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const))
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'string' ? escapeXml(value) : elements(value as Answers)}</${name}>`,
    )
    .join('')
}

/** The XML that a device sends [0801]. `attributes` are set on the root element, such as `submissionDate`. */
export function submissionXml(uid: string, answers: Answers, attributes: Record<string, string> = {}): string {
  const all = Object.entries({ id: uid, ...attributes }).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
  return `<?xml version="1.0" encoding="utf-8"?>\n<${uid}${all.join('')}>${elements(answers)}</${uid}>`
}
