import type { z } from 'zod'
import { column } from './column.ts'
import { COUNTRIES } from './countries.ts'
import { COUNTRY_CODE } from './indicators.ts'
import { defineTable } from './table.ts'

/** The countries and areas of the world, and the invented places of a release of samples. */
export const countries = defineTable({
  name: 'countries',
  title: 'Countries',
  description:
    'One row for each country or area, whether it has a profile or not; releases of samples add their invented places.',
  primaryKey: ['country_code'],
  columns: {
    country_code: column.code(COUNTRY_CODE, 'ISO 3166-1 alpha-3; XKX for Kosovo, which ISO does not list.'),
    alpha_2: column.optionalCode(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2.'),
    m49: column.optionalInteger('Numeric code of the UN (M49) and ISO, without leading zeros.'),
    country: column.text('Short name in English, as in the other tables.'),
    official_name: column.optionalText('Official name in English.'),
    itu_name: column.optionalText(
      'The name as the ITU prints it on the latest profile; null without a profile.',
    ),
    un_region: column.optionalText('Region of the UN geoscheme (M49).'),
    un_subregion: column.optionalText('Subregion of the UN geoscheme, such as Western Africa.'),
    itu_region: column.optionalText(
      'Region of the ITU’s development sector: Africa, Americas, Arab States, Asia-Pacific, CIS or Europe.',
    ),
    has_profile: column.boolean('True where this release holds a profile of the country.'),
  },
})
export type CountryRow = z.infer<typeof countries.row>

/** The regions of the ITU's development sector, in the current division. */
const ITU_REGIONS = ['Africa', 'Americas', 'Arab States', 'Asia-Pacific', 'CIS', 'Europe'] as const

/** Where the ITU's regions differ from those of the UN. */
const ITU_EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'Arab States':
    'ARE BHR COM DJI DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM'.split(' '),
  CIS: 'ARM AZE BLR KAZ KGZ RUS TJK TKM UZB'.split(' '),
  Europe: 'CYP GEO ISR TUR'.split(' '),
}

/** What the table `countries` says of a country apart from its profiles. */
type CountryFacts = Omit<CountryRow, 'itu_name' | 'has_profile'>

/** Subregions of the UN geoscheme, each with its countries: code, M49 number, official name where it differs. */
const SUBREGIONS: Readonly<Record<string, string>> = {
  'Middle Africa': `
AGO 24 Republic of Angola; CAF 140; CMR 120 Republic of Cameroon; COD 180; COG 178 Republic of the Congo; GAB
266 Gabonese Republic; GNQ 226 Republic of Equatorial Guinea; STP 678 Democratic Republic of São Tomé and
Príncipe; TCD 148 Republic of Chad`,
  'Eastern Africa': `
BDI 108 Republic of Burundi; COM 174 Union of the Comoros; DJI 262 Republic of Djibouti; ERI 232 State of
Eritrea; ETH 231 Federal Democratic Republic of Ethiopia; KEN 404 Republic of Kenya; MDG 450 Republic of
Madagascar; MOZ 508 Republic of Mozambique; MUS 480 Republic of Mauritius; MWI 454 Republic of Malawi; MYT 175;
REU 638; RWA 646 Republic of Rwanda; SOM 706 Federal Republic of Somalia; SSD 728 Republic of South Sudan; SYC
690 Republic of Seychelles; TZA 834 United Republic of Tanzania; UGA 800 Republic of Uganda; ZMB 894 Republic of
Zambia; ZWE 716 Republic of Zimbabwe`,
  'Western Africa': `
BEN 204 Republic of Benin; BFA 854; CIV 384 Republic of Côte d’Ivoire; CPV 132 Republic
of Cabo Verde; GHA 288 Republic of Ghana; GIN 324 Republic of Guinea; GMB 270 Republic of the Gambia; GNB 624
Republic of Guinea-Bissau; LBR 430 Republic of Liberia; MLI 466 Republic of Mali; MRT 478 Islamic Republic of
Mauritania; NER 562 Republic of the Niger; NGA 566 Federal Republic of Nigeria; SEN 686 Republic of Senegal; SHN
654; SLE 694 Republic of Sierra Leone; TGO 768 Togolese Republic`,
  'Southern Africa': `
BWA 72 Republic of Botswana; LSO 426 Kingdom of Lesotho; NAM 516 Republic of Namibia; SWZ 748 Kingdom of
Eswatini; ZAF 710 Republic of South Africa`,
  'Northern Africa': `
DZA 12 People’s Democratic Republic of Algeria; EGY 818 Arab Republic of Egypt; ESH 732; LBY 434 State of Libya;
MAR 504 Kingdom of Morocco; SDN 729 Republic of the Sudan; TUN 788 Republic of Tunisia`,
  Caribbean: `
ABW 533; AIA 660; ATG 28; BES 535; BHS 44 Commonwealth of the Bahamas; BLM 652; BRB 52; CUB 192 Republic of
Cuba; CUW 531; CYM 136; DMA 212 Commonwealth of Dominica; DOM 214; GLP 312; GRD 308; HTI 332 Republic of Haiti;
JAM 388; KNA 659; LCA 662; MAF 663; MSR 500; MTQ 474; PRI 630 Commonwealth of Puerto Rico; SXM 534; TCA 796; TTO
780 Republic of Trinidad and Tobago; VCT 670; VGB 92; VIR 850 Virgin Islands of the United States`,
  'South America': `
ARG 32 Argentine Republic; BOL 68 Plurinational State of Bolivia; BRA 76 Federative Republic of Brazil; CHL 152
Republic of Chile; COL 170 Republic of Colombia; ECU 218 Republic of Ecuador; FLK 238; GUF 254; GUY 328
Co-operative Republic of Guyana; PER 604 Republic of Peru; PRY 600 Republic of Paraguay; SUR 740 Republic of
Suriname; URY 858 Eastern Republic of Uruguay; VEN 862 Bolivarian Republic of Venezuela`,
  'Central America': `
BLZ 84; CRI 188 Republic of Costa Rica; GTM 320 Republic of Guatemala; HND 340 Republic of Honduras; MEX 484
United Mexican States; NIC 558 Republic of Nicaragua; PAN 591 Republic of Panama; SLV 222 Republic of El
Salvador`,
  'Northern America': `
BMU 60; CAN 124; GRL 304; SPM 666; USA 840 United States of America`,
  'Southern Asia': `
AFG 4 Islamic Republic of Afghanistan; BGD 50 People’s Republic of Bangladesh; BTN 64 Kingdom of Bhutan; IND 356
Republic of India; IRN 364 Islamic Republic of Iran; LKA 144 Democratic Socialist Republic of Sri Lanka; MDV 462
Republic of Maldives; NPL 524; PAK 586 Islamic Republic of Pakistan`,
  'Western Asia': `
ARE 784; ARM 51 Republic of Armenia; AZE 31 Republic of Azerbaijan; BHR 48 Kingdom of Bahrain; CYP 196 Republic
of Cyprus; GEO 268; IRQ 368 Republic of Iraq; ISR 376 State of Israel; JOR 400 Hashemite Kingdom of Jordan; KWT
414 State of Kuwait; LBN 422 Lebanese Republic; OMN 512 Sultanate of Oman; PSE 275 State of Palestine; QAT 634
State of Qatar; SAU 682 Kingdom of Saudi Arabia; SYR 760 Syrian Arab Republic; TUR 792 Republic of Türkiye; YEM
887 Republic of Yemen`,
  'South-eastern Asia': `
BRN 96; IDN 360 Republic of Indonesia; KHM 116 Kingdom of Cambodia; LAO 418 Lao People’s Democratic Republic;
MMR 104 Republic of the Union of Myanmar; MYS 458; PHL 608 Republic of the Philippines; SGP 702 Republic of
Singapore; THA 764 Kingdom of Thailand; TLS 626 Democratic Republic of Timor-Leste; VNM 704 Socialist Republic
of Viet Nam`,
  'Eastern Asia': `
CHN 156 People’s Republic of China; HKG 344 Hong Kong Special Administrative Region of China; JPN 392; KOR 410
Republic of Korea; MAC 446 Macao Special Administrative Region of China; MNG 496; PRK 408 Democratic People’s
Republic of Korea; TWN 158`,
  'Central Asia': `
KAZ 398 Republic of Kazakhstan; KGZ 417 Kyrgyz Republic; TJK 762 Republic of Tajikistan; TKM 795; UZB 860
Republic of Uzbekistan`,
  'Northern Europe': `
ALA 248; DNK 208 Kingdom of Denmark; EST 233 Republic of Estonia; FIN 246 Republic of Finland; FRO 234; GBR 826
United Kingdom of Great Britain and Northern Ireland; GGY 831; IMN 833; IRL 372; ISL 352; JEY 832; LTU 440
Republic of Lithuania; LVA 428 Republic of Latvia; NOR 578 Kingdom of Norway; SJM 744; SWE 752 Kingdom of Sweden`,
  'Southern Europe': `
ALB 8 Republic of Albania; AND 20 Principality of Andorra; BIH 70; ESP 724 Kingdom of Spain; GIB 292; GRC 300
Hellenic Republic; HRV 191 Republic of Croatia; ITA 380 Italian Republic; MKD 807 Republic of North Macedonia;
MLT 470 Republic of Malta; MNE 499; PRT 620 Portuguese Republic; SMR 674 Republic of San Marino; SRB 688
Republic of Serbia; SVN 705 Republic of Slovenia; VAT 336; XKX -`,
  'Western Europe': `
AUT 40 Republic of Austria; BEL 56 Kingdom of Belgium; CHE 756 Swiss Confederation; DEU 276 Federal Republic of
Germany; FRA 250 French Republic; LIE 438 Principality of Liechtenstein; LUX 442 Grand Duchy of Luxembourg; MCO
492 Principality of Monaco; NLD 528 Kingdom of the Netherlands`,
  'Eastern Europe': `
BGR 100 Republic of Bulgaria; BLR 112 Republic of Belarus; CZE 203 Czech Republic; HUN 348; MDA 498 Republic of
Moldova; POL 616 Republic of Poland; ROU 642; RUS 643 Russian Federation; SVK 703 Slovak Republic; UKR 804`,
  Polynesia: `
ASM 16; COK 184; NIU 570; PCN 612; PYF 258; TKL 772; TON 776 Kingdom of Tonga; TUV 798; WLF 876; WSM 882
Independent State of Samoa`,
  'Australia and New Zealand': `
AUS 36; CCK 166; CXR 162; NFK 574; NZL 554`,
  Melanesia: `
FJI 242 Republic of Fiji; NCL 540; PNG 598 Independent State of Papua New Guinea; SLB 90; VUT 548 Republic of
Vanuatu`,
  Micronesia: `
FSM 583 Federated States of Micronesia; GUM 316; KIR 296 Republic of Kiribati; MHL 584 Republic of the Marshall
Islands; MNP 580 Commonwealth of the Northern Mariana Islands; NRU 520 Republic of Nauru; PLW 585 Republic of
Palau`,
}

const ITU_OF_UN = {
  Africa: 'Africa',
  Americas: 'Americas',
  Asia: 'Asia-Pacific',
  Europe: 'Europe',
  Oceania: 'Asia-Pacific',
} as const

const COUNTRY_BY_CODE = new Map(COUNTRIES.map((country) => [country.code, country]))

const parseFacts = (subregion: string, line: string): [code: string, CountryFacts] => {
  const [code = '', m49, ...words] = line.trim().split(/\s+/)
  const country = COUNTRY_BY_CODE.get(code)
  if (country === undefined) throw new TypeError(`${code} is not in the table of countries`)
  const exception = ITU_REGIONS.find((region) => ITU_EXCEPTIONS[region]?.includes(code))
  return [
    code,
    {
      country_code: code,
      alpha_2: country.alpha2,
      m49: m49 === '-' ? null : Number(m49),
      country: country.name,
      official_name: words.join(' ') || country.name,
      un_region: country.region,
      un_subregion: subregion,
      itu_region: exception ?? ITU_OF_UN[country.region],
    },
  ]
}

/** Facts by ISO alpha-3 code, one for each country of the table. */
const COUNTRY_FACTS: ReadonlyMap<string, CountryFacts> = new Map(
  Object.entries(SUBREGIONS).flatMap(([subregion, lines]) =>
    lines.split(';').map((line) => parseFacts(subregion, line)),
  ),
)

/** What the table says of a country apart from its profiles; null for invented places. */
export const countryFacts = (code: string): CountryFacts | null => COUNTRY_FACTS.get(code) ?? null

/** A profile's country, as its document names it. */
export interface ProfiledCountry {
  readonly country_code: string
  readonly country: string
  readonly country_printed: string | null
}

/** The rows of {@link countries}, sorted by code; of several documents of a country the last one counts. */
export const countryRows = (profiled: readonly ProfiledCountry[]): CountryRow[] => {
  const documents = new Map(profiled.map((document) => [document.country_code, document]))
  return [...new Set([...COUNTRY_FACTS.keys(), ...documents.keys()])].sort().map((code) => {
    const document = documents.get(code)
    const known = countryFacts(code)
    return {
      country_code: code,
      alpha_2: known?.alpha_2 ?? null,
      m49: known?.m49 ?? null,
      country: known?.country ?? document?.country ?? code,
      official_name: known?.official_name ?? null,
      itu_name: document?.country_printed ?? null,
      un_region: known?.un_region ?? null,
      un_subregion: known?.un_subregion ?? null,
      itu_region: known?.itu_region ?? null,
      has_profile: document !== undefined,
    }
  })
}
