/** Where submissions come from: latitude, longitude and spread in degrees, offset from UTC in hours. */
type Location = [latitude: number, longitude: number, spread: number, offset: number]

const COUNTRY_LOCATIONS: Record<string, Location> = {
  KEN: [1.2, 38.4, 1.6, 3],
  SOM: [3.1, 43.7, 1.4, 3],
  YEM: [14.8, 43.2, 0.6, 3],
  COD: [-1.5, 28.9, 0.9, 2],
  ETH: [8.3, 38.6, 2.1, 3],
  SSD: [8.1, 30.3, 1.7, 2],
  SDN: [13.4, 27.2, 2.4, 2],
  UGA: [2.9, 31.6, 0.9, 3],
  COL: [8.1, -72.1, 1.8, -5],
  VEN: [9.8, -71.3, 0.9, -4],
  MLI: [14.6, -4.2, 1.1, 0],
  BFA: [13.2, -1.1, 0.9, 0],
  NER: [14.1, 1.6, 0.9, 1],
  TCD: [13.6, 14.9, 0.7, 1],
  CAF: [6.1, 20.7, 0.8, 1],
  HTI: [18.5, -74.1, 0.3, -5],
  SYR: [36.2, 37.1, 0.4, 3],
  LBN: [33.8, 35.9, 0.2, 2],
  IRQ: [36.3, 43.1, 0.5, 3],
  GTM: [14.9, -89.7, 0.5, -6],
  HND: [15.2, -84.4, 0.6, -6],
  BGD: [21.2, 92.1, 0.15, 6],
  MOZ: [-19.6, 34.7, 0.7, 2],
  AFG: [34.3, 62.3, 0.6, 4],
}

export const SUBCOUNTY_LOCATIONS: Record<string, Location> = {
  turkana_north: [4.15, 35.45, 0.35, 3],
  loima: [3.1, 35.0, 0.3, 3],
  turkana_central: [3.12, 35.6, 0.22, 3],
  turkana_south: [2.2, 35.8, 0.3, 3],
  turkana_east: [2.0, 36.3, 0.3, 3],
  kibish: [4.8, 35.6, 0.2, 3],
}

export const locationOf = (country: string): Location => COUNTRY_LOCATIONS[country] ?? [0, 36, 1, 3]
