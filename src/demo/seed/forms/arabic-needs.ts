import type { FormDefinition, Question } from './form-definition.ts'

/** Number of rows of the largest recorded form [0211]. */
const ROWS = 1269

/** Topics and the items that the questions are about: Arabic, English. */
const TOPICS: [topic: string, ...items: string[]][] = [
  [
    'المياه|Water',
    'مياه الشرب|drinking water',
    'الآبار|wells',
    'خزانات المياه|water tanks',
    'صهاريج المياه|water trucks',
    'شبكة المياه|the water network',
    'مضخات المياه|water pumps',
  ],
  [
    'الصرف الصحي|Sanitation',
    'المراحيض|latrines',
    'مواد النظافة|hygiene items',
    'جمع النفايات|waste collection',
    'الصابون|soap',
    'مجاري الصرف|sewers',
    'الحمّامات العامة|public washrooms',
  ],
  [
    'الغذاء|Food',
    'الدقيق|flour',
    'الأرز|rice',
    'زيت الطبخ|cooking oil',
    'السكر|sugar',
    'البقوليات|pulses',
    'حليب الأطفال|infant milk',
    'غاز الطبخ|cooking gas',
  ],
  [
    'الصحة|Health',
    'المركز الصحي|the health centre',
    'الأدوية|medicines',
    'اللقاحات|vaccines',
    'رعاية الحوامل|care for pregnant women',
    'سيارات الإسعاف|ambulances',
    'علاج الأمراض المزمنة|treatment of chronic illness',
    'الدعم النفسي|psychological support',
  ],
  [
    'التعليم|Education',
    'المدارس|schools',
    'المعلمون|teachers',
    'الكتب المدرسية|school books',
    'المقاعد الدراسية|school desks',
    'التغذية المدرسية|school meals',
    'صفوف التعويض|catch-up classes',
  ],
  [
    'المأوى|Shelter',
    'الخيام|tents',
    'البطانيات|blankets',
    'إصلاح المنازل|house repairs',
    'إيجار المنازل|rent',
    'الأغطية البلاستيكية|plastic sheets',
    'أدوات المطبخ|kitchen sets',
  ],
  [
    'سبل العيش|Livelihoods',
    'الصيد|fishing',
    'الزراعة|farming',
    'تربية المواشي|livestock',
    'العمل اليومي|day work',
    'القروض الصغيرة|small loans',
    'قوارب الصيد|fishing boats',
    'شباك الصيد|fishing nets',
  ],
  [
    'الحماية|Protection',
    'الوثائق المدنية|civil documents',
    'المساحات الآمنة|safe spaces',
    'حماية الأطفال|child protection',
    'مخاطر الألغام|mine risks',
    'المساعدة القانونية|legal aid',
    'خطوط الشكاوى|complaint lines',
  ],
  [
    'الطاقة|Energy',
    'الكهرباء|electricity',
    'الألواح الشمسية|solar panels',
    'الوقود|fuel',
    'الحطب|firewood',
    'المولدات|generators',
    'البطاريات|batteries',
  ],
  [
    'النقل|Transport',
    'الطرق|roads',
    'الجسور|bridges',
    'المواصلات العامة|public transport',
    'الميناء|the port',
    'نقل المياه|water transport',
  ],
  [
    'المساعدات|Assistance',
    'المساعدات النقدية|cash assistance',
    'السلال الغذائية|food baskets',
    'القسائم|vouchers',
    'حقائب النظافة|hygiene kits',
    'ملابس الشتاء|winter clothes',
    'بذور الزراعة|seeds',
    'أدوات الزراعة|farm tools',
  ],
  [
    'النزوح|Displacement',
    'الأسر النازحة|displaced households',
    'الأسر العائدة|returning households',
    'المجتمع المضيف|the host community',
    'مواقع النزوح|displacement sites',
    'تسجيل النازحين|registration of displaced people',
    'نوايا العودة|intentions to return',
  ],
  [
    'الاتصال|Communication',
    'شبكة الهاتف|the phone network',
    'الإنترنت|the internet',
    'المعلومات عن المساعدات|information on aid',
    'الإذاعة المحلية|local radio',
  ],
]

/** Questions about an item, which replaces `…`: type, Arabic, English. */
const QUESTIONS: [type: string, arabic: string, english: string][] = [
  ['select_one yes_no', 'هل تتوفر … في منطقتكم؟', 'Is there … in your area?'],
  ['select_one quality', 'كيف تصفون حالة …؟', 'How would you describe the state of …?'],
  ['integer', 'كم عدد الأسر التي تستفيد من …؟', 'How many households benefit from …?'],
  ['select_multiple barrier', 'ما العوائق أمام الحصول على …؟', 'What stands in the way of …?'],
  ['decimal', 'كم أنفقت الأسرة على … الشهر الماضي؟', 'How much did the household spend on … last month?'],
  ['date', 'متى كانت آخر مرة توفرت فيها …؟', 'When was … last available?'],
  ['text', 'صِف أهم مشكلة تتعلق بـ…', 'Describe the main problem with …'],
  ['select_one priority', 'ما مدى أولوية … لأسرتكم؟', 'How much of a priority is … for your household?'],
  ['integer', 'كم دقيقة تستغرقون للوصول إلى …؟', 'How many minutes does it take to reach …?'],
  ['select_one yes_no', 'هل تحسّنت … خلال الأشهر الثلاثة الماضية؟', 'Has … improved in the last three months?'],
  ['text', 'ملاحظات حول …', 'Remarks on …'],
  ['note', 'انتهت الأسئلة حول …', 'End of the questions on …'],
  ['select_one provider', 'من الذي يقدّم …؟', 'Who provides …?'],
]

const withItem = (item: string, arabic: string, english: string) => {
  const [ar = '', en = ''] = item.split('|')
  return `${arabic.replace('…', ar)}|${english.replace('…', en)}`
}

const opening: Question[] = [
  ['start', 'start'],
  ['end', 'end'],
  ['date', 'visit_date', 'تاريخ الزيارة|Date of the visit', { required: 'yes' }],
  ['select_one district', 'district', 'المديرية|District', { required: 'yes' }],
  ['text', 'head_name', 'اسم رب الأسرة|Name of the head of household'],
  ['integer', 'people', 'عدد أفراد الأسرة|People in the household'],
]
const closing: Question[] = [['geopoint', 'location', 'موقع المسكن|Location of the dwelling']]

function sections(): Question[] {
  const questions: Question[] = []
  const remaining = ROWS - opening.length - closing.length
  const items = TOPICS.flatMap(([topic, ...topicItems]) => topicItems.map((item) => [topic, item] as const))
  for (let section = 1; questions.length < remaining; section++) {
    const [topic, item] = items[(section - 1) % items.length] ?? ['', '']
    const [ar = '', en = ''] = topic.split('|')
    const count = Math.min(QUESTIONS.length, remaining - questions.length - 2)
    const rows = QUESTIONS.slice(0, count).map(([type, arabic, english], index): Question => {
      const extra = index % 5 === 0 ? { hint: 'اقرأ السؤال بصوت عالٍ|Read the question aloud' } : {}
      return [type, `q${section}_${index + 1}`, withItem(item, arabic, english), extra]
    })
    questions.push(
      ['begin_group', `s${section}`, withItem(item, `القسم ${section}: ${ar}، …`, `Section ${section}: ${en}, …`)],
      ...rows,
      ['end_group'],
    )
  }
  return questions
}

export const arabicNeedsForm = (): FormDefinition => ({
  languages: ['Arabic (ar)', 'English (en)'],
  questions: [...opening, ...sections(), ...closing],
  choices: {
    yes_no: { yes: 'نعم|Yes', no: 'لا|No' },
    quality: { good: 'جيدة|Good', fair: 'متوسطة|Fair', bad: 'سيئة|Bad', none: 'غير متوفرة|None' },
    barrier: {
      far: 'بُعد المسافة|Distance',
      cost: 'ارتفاع الكلفة|Cost',
      insecurity: 'انعدام الأمن|Insecurity',
      quality: 'رداءة الجودة|Quality',
      none: 'لا عوائق|None',
    },
    priority: { high: 'عالية|High', medium: 'متوسطة|Medium', low: 'منخفضة|Low' },
    provider: {
      state: 'الدولة|The state',
      market: 'السوق|The market',
      aid: 'المنظمات|Aid organisations',
      community: 'المجتمع|The community',
    },
    district: {
      hali: 'الحالي|Al Hali',
      hawak: 'الحوك|Al Hawak',
      mina: 'الميناء|Al Mina',
      zabid: 'زبيد|Zabid',
      bajil: 'باجل|Bajil',
      hays: 'حيس|Hays',
    },
  },
})
