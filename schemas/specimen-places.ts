interface SpecimenPlace {
  /** One of the codes XAA to XXZ, which ISO 3166-1 leaves to its users. */
  readonly code: string
  /** English name. */
  readonly name: string
  /** Further forms of the name that the specimens print. */
  readonly names: readonly string[]
}

/** The invented places that the specimen profiles are about; none of them exists. */
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
] as const satisfies readonly SpecimenPlace[]
