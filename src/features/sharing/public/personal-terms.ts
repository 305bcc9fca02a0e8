/** Kinds of personal data. */
export type PersonalKind =
  'location' | 'photo' | 'audio' | 'video' | 'name' | 'phone' | 'email' | 'address' | 'id' | 'birth' | 'account'

/** Question types whose answers are personal. */
export const PERSONAL_TYPES: Readonly<Record<string, PersonalKind>> = {
  geopoint: 'location',
  geotrace: 'location',
  geoshape: 'location',
  'start-geopoint': 'location',
  image: 'photo',
  audio: 'audio',
  'background-audio': 'audio',
  video: 'video',
  username: 'name',
  phonenumber: 'phone',
  email: 'email',
}

/** Languages with terms. */
export type WordLanguage = 'en' | 'fr' | 'es' | 'ar'

type Words = Partial<Record<PersonalKind, string>>

/**
 * Words and phrases by language, folded and separated by `|`. They match whole words; Arabic ones also with the article and
 * other prefixes and suffixes.
 */
export const PERSONAL_TERMS: Readonly<Record<WordLanguage, Words>> = {
  en: {
    name: 'name|names|surname|forename|firstname|lastname|fullname|nickname|\\p{L}{2,}name',
    phone: 'phone|telephone|cellphone|mobile|mobile number|tel|whatsapp',
    email: 'email|e mail',
    address: 'address|street|house number',
    location: 'gps|coordinates|latitude|longitude',
    id: 'id number|id no|id card|national id|identity|identification|passport|ssn|nin|voter card|refugee number|unhcr id',
    birth: 'birth|birthday|birthdate|dob',
    account: 'account number|bank account|iban|mpesa|m pesa|mobile money number',
    photo: 'photo|photograph|signature',
  },
  fr: {
    name: 'nom|noms|prenom|prenoms|surnom|patronyme',
    phone: 'telephone|tel|portable|numero de portable|whatsapp',
    email: 'email|e mail|mail|courriel|adresse electronique',
    address: 'adresse|rue|domicile',
    location: 'gps|coordonnees|latitude|longitude',
    id: 'identite|piece d identite|carte d identite|carte nationale|cni|passeport|carte d electeur|numero d identification',
    birth: 'naissance|ne le|nee le',
    account: 'compte bancaire|numero de compte|iban|rib',
    photo: 'photo|photographie|signature',
  },
  es: {
    name: 'nombre|nombres|apellido|apellidos|apodo',
    phone: 'telefono|celular|movil|whatsapp|numero de contacto',
    email: 'email|correo|correo electronico',
    address: 'direccion|domicilio|calle',
    location: 'gps|coordenadas|latitud|longitud',
    id: 'cedula|dni|documento de identidad|identidad|identificacion|pasaporte|curp|nit',
    birth: 'nacimiento|cumpleanos',
    account: 'cuenta bancaria|numero de cuenta|iban',
    photo: 'foto|fotografia|firma',
  },
  ar: {
    name: 'اسم|اسماء|لقب|كنيه|كنيت',
    phone: 'هاتف|جوال|موبايل|تلفون|تليفون|محمول|واتساب|واتس',
    email: 'بريد|ايميل',
    address: 'عنوان|شارع',
    location: 'احداثيات|موقع جغرافي|خط عرض|خط طول',
    id: 'هويه|هويت|بطاقه|بطاقت|جواز|رقم وطني|رقم قومي',
    birth: 'ميلاد|مولد',
    account: 'حساب بنكي|رقم حساب|ايبان',
    photo: 'صوره|صورت|توقيع',
  },
}

/** Words after which a name is that of a place or a thing. */
export const NOT_A_PERSON =
  'village|town|city|district|county|subcounty|region|ward|province|governorate|site|camp|settlement|school|facility|hospital|clinic|market|shop|water|well|borehole|pump|project|organisation|organization|agency|partner|product|crop|item|company|form|file|brand|road|block|area|community|centre|center|neighbourhood|neighborhood|' +
  'ville|commune|ecole|etablissement|structure|site|marche|quartier|projet|organisation|produit|point|zone|localite|communaute|hopital|centre|departement|territoire|aire|' +
  'comunidad|municipio|escuela|centro|barrio|mercado|vereda|departamento|proyecto|organizacion|producto|localidad|aldea|' +
  'قريه|مدرسه|مديريه|محافظه|منطقه|مركز|مخيم|حي|سوق|مستشفي|عياده|منظمه|مشروع|مدينه|عزله|موقع'

/** Words that override {@link NOT_A_PERSON}: "the village head". */
export const A_PERSON =
  'head|respondent|respondents|person|member|child|mother|father|patient|beneficiary|chief|leader|owner|teacher|caregiver|contact|guardian|interviewee|enumerator|your|his|her|full|first|last|' +
  'chef|repondant|repondante|personne|membre|enfant|mere|pere|enquete|enquetee|enqueteur|enquetrice|beneficiaire|responsable|votre|famille|' +
  'jefe|jefa|persona|miembro|nino|nina|madre|padre|encuestado|encuestada|encuestador|paciente|beneficiario|lider|su|completo|' +
  'رب|شخص|مستجيب|طفل|ام|اب|مريض|مستفيد|باحث|فرد|مدير|مختار|شيخ|كامل|ثلاثي|رباعي'
