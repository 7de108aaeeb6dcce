/**
 * The invented places that the specimen profiles are about; none of them exists. Their codes are among XAA to XXZ, which
 * ISO 3166-1 leaves to its users; `names` are further forms of the name that the specimens print.
 */
export const SPECIMEN_PLACES = [
  { code: 'XAA', name: 'Qelvara', names: ['REPUBLIC OF QELVARA'] },
  { code: 'XAB', name: 'Brévaune and Toll', names: ['UNITED CANTONS OF BRÉVAUNE AND TOLL'] },
  { code: 'XAC', name: 'Zwimmeria', names: ['ISLAND OF ZWIMMERIA'] },
  { code: 'XAD', name: 'Ixolund', names: ['KINGDOM OF IXOLUND'] },
  { code: 'XAE', name: 'Quimbosa', names: ['STATE OF QUIMBOSA'] },
  { code: 'XAF', name: 'Ñuvalé', names: ['REPUBLIC OF ÑUVALÉ'] },
  { code: 'XAG', name: 'Folio Islands', names: ['FOLIO ISLANDS (FEDERATION OF)'] },
  { code: 'XAH', name: 'Thrupmark', names: ['GRAND DUCHY OF THRUPMARK'] },
  { code: 'XAI', name: 'Vuldrine', names: ['VULDRINE PEOPLE’S UNION'] },
  { code: 'XAJ', name: 'Öxendrift', names: ['ÖXENDRIFT COMMONWEALTH'] },
] as const
