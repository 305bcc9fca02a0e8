import type { FormDefinition, Question } from './form-definition.ts'

/** A short form for visits to a place, in each language that has projects of its own. */
const questions = (labels: string[]): Question[] => {
  const [date, place, people, main, second, ready, photo, location, remarks] = labels
  return [
    ['start', 'start'],
    ['end', 'end'],
    ['date', 'visit_date', date, { required: 'yes' }],
    ['text', 'site', place, { required: 'yes' }],
    ['integer', 'people', people],
    ['select_one need', 'main_need', main],
    ['select_multiple need', 'other_needs', second],
    ['select_one yes_no', 'ready', ready],
    ['image', 'photo', photo],
    ['geopoint', 'location', location],
    ['text', 'remarks', remarks],
  ]
}

const choices = (yes: string, no: string, [food, water, health, shelter]: string[]) => ({
  yes_no: { yes, no },
  need: { food: food ?? '', water: water ?? '', health: health ?? '', shelter: shelter ?? '' },
})

export const spanishVisitForm: FormDefinition = {
  languages: ['Español (es)'],
  questions: questions(
    'Fecha de la visita/Lugar/Personas presentes/Necesidad principal/Otras necesidades/¿Hay un comité?/Foto/Ubicación/Observaciones'.split(
      '/',
    ),
  ),
  choices: choices('Sí', 'No', ['Alimentos', 'Agua', 'Salud', 'Alojamiento']),
}

export const arabicVisitForm: FormDefinition = {
  languages: ['العربية (ar)'],
  questions: questions(
    'تاريخ الزيارة/الموقع/عدد الأشخاص/الحاجة الرئيسية/احتياجات أخرى/هل توجد لجنة؟/صورة/الموقع الجغرافي/ملاحظات'.split(
      '/',
    ),
  ),
  choices: choices('نعم', 'لا', ['غذاء', 'ماء', 'صحة', 'مأوى']),
}
