import { describe, expect, it } from 'vitest'
import { personalQuestions } from './personal-questions.ts'

const question = (type: string, name: string, ...labels: (string | null)[]) => ({ type, name, label: labels })
const form = (translations: (string | null)[], ...survey: ReturnType<typeof question>[]) => ({ survey, translations })
const found = (content: ReturnType<typeof form>) =>
  personalQuestions(content).map(({ question: { name }, kind }) => `${name}: ${kind}`)

describe('personalQuestions', () => {
  it('detects locations, pictures and recordings by type', () => {
    const types = [
      'geopoint',
      'geotrace',
      'image',
      'audio',
      'video',
      'start-geopoint',
      'phonenumber',
      'text',
      'integer',
    ]
    expect(found(form([null], ...types.map((type) => question(type, `q_${type}`))))).toEqual([
      'q_geopoint: location',
      'q_geotrace: location',
      'q_image: photo',
      'q_audio: audio',
      'q_video: video',
      'q_start-geopoint: location',
      'q_phonenumber: phone',
    ])
  })

  it.each([
    ['head_name', 'name'],
    ['respondentName', 'name'],
    ['hhname', 'name'],
    ['phone2', 'phone'],
    ['gps_reading', 'location'],
    ['national_id', 'id'],
    ['id_number', 'id'],
    ['dob', 'birth'],
  ])('detects %s by its name', (name, kind) => {
    expect(found(form([null], question('text', name, 'Question 1')))).toEqual([`${name}: ${kind}`])
  })

  it.each([
    ['English (en)', 'Name of the head of household', 'name'],
    ['English (en)', 'Telephone number', 'phone'],
    ['English', 'What is your ID number?', 'id'],
    ['English (en)', 'Street and house number', 'address'],
    ['Français (fr)', 'Prénom du répondant', 'name'],
    ['Français (fr)', 'Numéro de téléphone', 'phone'],
    ['Français', 'N° de la carte d’identité', 'id'],
    ['Français (fr)', 'Date de naissance', 'birth'],
    ['Español (es)', 'Nombre del jefe del hogar', 'name'],
    ['Español (es)', 'Número de cédula', 'id'],
    ['Español (es)', 'Dirección', 'address'],
    ['العربية (ar)', 'ما اسمك الكامل؟', 'name'],
    ['العربية (ar)', 'اسم رب الأسرة', 'name'],
    ['العربية (ar)', 'رقم الهاتف', 'phone'],
    ['Arabic', 'رقم الهُوِيَّة', 'id'],
    ['العربية (ar)', 'إحداثيات المنزل', 'location'],
    [null, 'Apellidos', 'name'],
    [null, 'الإسم', 'name'],
  ])('in %s: %s', (language, label, kind) => {
    expect(found(form([language], question('text', 'q1', label)))).toEqual([`q1: ${kind}`])
  })

  it('checks the label in each language', () => {
    const content = form(['English (en)', 'Français (fr)'], question('text', 'q1', 'Question 1', 'Nom et prénom'))
    expect(found(content)).toEqual(['q1: name'])
  })

  it.each([
    ['English (en)', 'integer', 'people', 'How many people live here?'],
    ['English (en)', 'text', 'village_name', 'Name of the village'],
    ['English (en)', 'select_one', 'has_phone', 'Is there a phone?'],
    ['English (en)', 'note', 'thanks', 'Thank you for your name'],
    ['English (en)', 'integer', 'age', 'How old is ${head_name}?'],
    ['Français (fr)', 'integer', 'taille', 'Nombre de personnes dans le ménage'],
    ['Français (fr)', 'text', 'ecole', 'Nom de l’école'],
    [null, 'integer', 'nombre_enfants', 'Nombre d’enfants'],
    [null, 'integer', 'taille', 'Nombre de personnes'],
    ['العربية (ar)', 'text', 'q7', 'اسم القرية'],
    ['العربية (ar)', 'text', 'q8', 'القسم'],
  ])('in %s, %s: ignores %s, "%s"', (language, type, name, label) => {
    expect(found(form([language], question(type, name, label)))).toEqual([])
  })

  it('distinguishes people from places', () => {
    expect(found(form(['English (en)'], question('text', 'q1', 'Name of the village head')))).toEqual(['q1: name'])
  })

  it('includes choice questions on names, such as enumerators', () => {
    expect(found(form(['English (en)'], question('select_one', 'enumerator', 'Name of the enumerator')))).toEqual([
      'enumerator: name',
    ])
  })
})
