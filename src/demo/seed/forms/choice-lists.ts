/** Choice lists that several forms use: English, French. */
export const yesNo = { yes: 'Yes|Oui', no: 'No|Non' }
export const yesNoUnknown = { ...yesNo, unknown: 'Does not know|Ne sait pas' }
export const sex = { f: 'Female|Femme', m: 'Male|Homme' }

export const waterSources = {
  borehole: 'Borehole|Forage',
  tap: 'Tap|Robinet',
  well: 'Protected well|Puits protégé',
  open_well: 'Open well|Puits non protégé',
  river: 'River or lake|Rivière ou lac',
  rain: 'Rain|Eau de pluie',
  tanker: 'Tanker|Camion-citerne',
  spring: 'Spring|Source',
}

export const residency = {
  host: 'Host community|Communauté d’accueil',
  displaced: 'Internally displaced|Personne déplacée',
  refugee: 'Refugee|Réfugié',
  returnee: 'Returnee|Retourné',
  pastoralist: 'Pastoralist on the move|Éleveur en déplacement',
}

export const needs = {
  food: 'Food|Nourriture',
  water: 'Water|Eau',
  cash: 'Cash|Argent liquide',
  shelter: 'Shelter|Abri',
  health: 'Health care|Soins de santé',
  school: 'Schooling|Éducation',
  protection: 'Protection|Protection',
  seeds: 'Seeds and tools|Semences et outils',
  livestock: 'Animal feed|Aliment pour bétail',
  other: 'Something else|Autre chose',
}
