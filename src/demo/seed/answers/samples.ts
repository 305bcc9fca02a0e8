/** Names, places and remarks for answers, by language. People and places are invented. */
interface Samples {
  first: string[]
  last: string[]
  places: string[]
  remarks: string[]
}

const SAMPLES: Record<string, Samples> = {
  en: {
    first:
      'Akiru Ekai Lomodo Nakiru Apua Ewoi Atabo Lokaale Amoni Ekidor Halima Abdi Asha Musa Wanjiru Peter Grace Samuel'.split(
        ' ',
      ),
    last: 'Lokol Ekal Lomuria Erupe Nangole Aletea Loter Ebei Hassan Mohamed Kamau Achieng Otieno Kiptoo Wafula'.split(
      ' ',
    ),
    places:
      'Kalokol,Lokichar,Nakurio,Kerio,Loarengak,Kaikor,Lorugum,Namoruputh,Katilu,Kainuk,Lokori,Todonyang,Bula Jamhuri,Dagahley'.split(
        ',',
      ),
    remarks: [
      'The head was away; the eldest daughter answered.',
      'Road cut by the seasonal river, reached on foot.',
      'Please check the age of the head again.',
      'Household moved here two weeks ago.',
      'Water point dry since Tuesday.',
      'Very welcoming, no difficulty.',
      'Could not take a photo, battery empty.',
      'Second visit.',
    ],
  },
  fr: {
    first:
      'Furaha Espérance Jean-Bosco Neema Amani Chantal Innocent Aminata Issa Fatoumata Moussa Clarisse Dieudonné Zawadi'.split(
        ' ',
      ),
    last: 'Kambale Mukendi Bahati Mumbere Kavira Traoré Ouédraogo Maïga Ilunga Byamungu Diallo Nguema'.split(' '),
    places: 'Rutshuru,Sake,Kitchanga,Nyiragongo,Mweso,Kibati,Konna,Barsalogho,Baga Sola,Ippy,Makalondi'.split(','),
    remarks: [
      'Le chef de ménage était absent.',
      'Piste coupée par la pluie, visite à pied.',
      'À revoir : l’âge déclaré semble faux.',
      'Ménage arrivé le mois dernier.',
      'Aucune difficulté.',
      'Point d’eau à sec.',
    ],
  },
  es: {
    first: 'María José Luz Andrés Yolanda Wilmer Carmen Óscar Rosa Iván Milena Ramón'.split(' '),
    last: 'Epiayú Uriana Quintero Rincón Pérez Chávez Morales López Castillo Ruiz'.split(' '),
    places: 'Riohacha,Maicao,Tame,Saravena,Chiquimula,Jocotán,Puerto Lempira,Machiques'.split(','),
    remarks: [
      'Sin dificultades.',
      'La familia llegó hace un mes.',
      'Camino cortado por la lluvia.',
      'Revisar la edad.',
      'Segunda visita.',
    ],
  },
  ar: {
    first: 'محمد أحمد علي فاطمة عائشة خديجة صالح عبدالله مريم زينب حسن يحيى نورة سعاد'.split(' '),
    last: 'الحديدي الزبيدي القاضي الشامي العامري الصبري المقطري الأهدل الحكمي باوزير'.split(' '),
    places: 'حي الربصة,حي غليل,حارة اليمن,قرية الجاح,سوق المنيرة,حي الشهداء,قرية القطيع,حي السلام'.split(','),
    remarks: [
      'رب الأسرة غائب وأجابت الزوجة.',
      'الطريق مقطوع بسبب السيول.',
      'انتقلت الأسرة منذ أسبوعين.',
      'لا توجد صعوبات.',
      'يرجى التحقق من العمر.',
      'نقطة المياه جافة منذ أيام.',
      'الأسعار مرتفعة والدخل غير كافٍ.',
    ],
  },
}

/** The samples for a form's default language, such as `Français (fr)`. */
export function samplesFor(language: string | null | undefined): Samples {
  const [, code = 'en'] = /\((\w\w)\)$/.exec(language ?? '') ?? []
  const samples = SAMPLES[code] ?? SAMPLES.en
  if (!samples) throw new Error('No samples')
  return samples
}
