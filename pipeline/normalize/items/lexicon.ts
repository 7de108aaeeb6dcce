import type { ItemKind } from '../../../schemas/index.ts'

const words = (list: string): string[] => list.trim().split(/\s+/)

const HEADS: Readonly<Partial<Record<ItemKind, string>>> = {
  instrument: `act acts law laws bill bills code decree decrees decree-law regulation regulations ordinance ordinances
    directive directives circular circulars resolution resolutions order decision disposition statute constitution
    strategy strategies policy policies plan plans roadmap road-map framework frameworks guideline guidelines guide
    manual masterplan doctrine concept rules charter agenda vision paper report notification proclamation legislation
    principles criteria architecture blueprint amendment amendments instruction declaration memorandum provisions
    model standard standards procedure procedures handbook recommendations prefecture conpes ley decreto estrategia
    plan politica loi décret gazette codex checklist book requirements thrust decree-law by-law measures referential rule statement document baseline`,
  organisation: `ministry minister ministries agency agencies authority authorities centre centres center centers
    commission committee council department directorate division office bureau board body unit institute institution
    university universities academy school college faculty association society foundation federation union
    organisation organization company corporation limited ltd group team force police service services secretariat
    bank court chamber cabinet laboratory laboratories lab registry operator commissioner regulator gendarmerie army
    forces section branch inspectorate administration presidency prosecutor prosecution ombudsman alliance league
    consortium cert csirt cirt soc certs guard bureau-general sub-committee subcommittee taskforce gendarmeria house
    technikon polytechnic forum observatory parliament senate headquarters institutes superintendence undersecretary
    brigade coalition exchange cluster université universidade conseil commissariat fundación secretaría
    agence autorité ministère direction office institut centro instituto ministerio comité universidad dirección`,
  programme: `newsletter range platforms programme programmes program programs project projects campaign campaigns initiative initiatives scheme
    course courses platform portal competition contest challenge award awards certification certifications certificate
    diploma degree master masters master’s bachelor msc index scorecard scholarship curriculum week month partnership
    website games workshops-series programa proyecto bootcamps auditor olympiad database survey surveys blog training`,
  event: `conference conferences workshop workshops seminar seminars drill drills exercise exercises meeting meetings
    symposium summit congress bootcamp hackathon event roundtable dialogue expo cyberdrill assessment assessments`,
  treaty: `convention conventions protocol treaty agreement covenant`,
  contact: `hotline hotlines helpline helplines tipline childline`,
}

const HEAD_KINDS: ReadonlyMap<string, ItemKind> = new Map(
  Object.entries(HEADS).flatMap(([kind, list]) =>
    words(list).map((word) => [word, kind as ItemKind] as const),
  ),
)

/** The kind that a word gives to the name whose head it is (`Ministry`, `Act`). */
export const findHeadKind = (word: string): ItemKind | null =>
  HEAD_KINDS.get(word.toLowerCase()) ??
  (/(?:hot|help|tip|stop|child|safe)line$/i.test(word) ? 'contact' : null)

/** A response team by its own name (`CERT-GH`, `GovCERT.ch`, `mtCERT`). */
export const TEAM = /(?:CERRT|CERT|CSIRT|CIRT|Cert(?=[A-Z.\s]|$))/

/** Lower-case words that may be inside a name. */
export const CONNECTORS: ReadonlySet<string> = new Set(
  words(
    'of on for and the in to à au aux field against contra el with & de la las los del da do dos das e y en des du et le les para za und für di its concerning regarding respecting about a an',
  ),
)
/** Connectors that may join a name only where an instrument, treaty or event is before them. */
export const LOOSE_CONNECTORS: ReadonlySet<string> = new Set(
  words('in to with its concerning regarding respecting about a an'),
)

const GENERIC: ReadonlySet<string> = new Set(
  words(
    `ict icts it isp isps ngo ngos r&d isms pki pgp ip pc pcs sme smes cirt cirts cert certs csirt csirts soc internet chapter
    cyberspace government governments state states cybersecurity cyber security ca cas ciip cip government
    republic it’s information the this these those there here currently however also moreover furthermore
    additionally national international regional public private sector sectors child children online protection
    law laws act acts code bill bills decree police ministry agency authority department institute university council committee
    commission strategy policy plan roadmap programme program project framework convention protocol none nil yes no
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday year years president minister ministers academia industry web facebook twitter
    youtube english french spanish russian arabic a an in on at by for with from to under within through among
    some many several various all both each every other others its it they he she we our their his her and or but as if
    when while where which who that after before since during according based specific legislation article articles
    section sections chapter chapters see cop sms gsm vpn dns ssl tls cd dvd tv radio months phd cso ceo ciso cio ixp
    iso asean-wide europe asia africa america pacific caribbean european african asian american latin arab nordic
    baltic gulf atm usb n° no nr one two three four five six seven eight nine ten emphasis mou cloud grid smart voip spam malware gdp leas lea cybercrime cybercrimes center centre e-government egovernment e-commerce information-security copyright standardization standards isss`,
  ).concat(
    'civil service',
    'public administration',
    'federal public administration',
    'federal executive branch',
  ),
)
/** Whether a capitalised word or an acronym names nothing by itself. */
export const isGeneric = (word: string): boolean => GENERIC.has(word.toLowerCase())

/** Words after a name that begin a remark about it: the name ends before them. */
export const VERBS =
  /^(?:is|are|was|were|be|been|being|has|have|had|does|do|did|will|would|shall|should|may|can|could|must|which|that|who|whose|where|when|while|provides?|offers?|conducts?|conducted|enforces?|participates?|participated|establishes|established|launched|develops?|developed|organi[sz]e[sd]?|promotes?|supports?|manages?|hosts?|hosted|maintains?|aims?|serves?|runs?|coordinates?|monitors?|receives?|works?|cooperates?|collaborates?|collaborated|works|created|became|joined|gives?|publishes|published|specifies|mandates|includes?|mentions?|introduced|incorporates|takes|took|signed|adopted|makes?|performs?|continues|acts|also|currently|already|not|responsible|under|through|via|as|by|at|from|than|into|such|including|e\.g|i\.e)$/i

/** Words at which the head of a name has come. */
export const PREPOSITIONS = new Set(
  words('of on for against to in de del da do du des la en pour concerning regarding respecting about with'),
)
export const LAW =
  /^(?:Decree-Law|By-Law|Laws?|Acts?|Decrees?|Resolution|Regulations?|Directive|Bill|Circular|Order|Decision|Disposition|Ordinance|LAW|ACT|DECREE|PREFECTURE|Ley|Loi|Act|law|act|directive)$/
export const ROMANCE =
  /^(?:Agence|Autorité|Ministère|Direction|Centro|Instituto|Ministerio|Comité|Comite|Universidad|Dirección|Plan|Estrategia|Programa|Proyecto|Ley|Decreto|Política|Institut|Commission|Office|Conseil)$/

export const ADJECTIVE =
  /^(?:cyber|cybersecurity|information|security|national|child|governmental|government|readiness|digital|computer|crime|data|protection|skills|development|cyber-security|draft|regional|organized|awareness|internet)$/
export const LOWER_HEAD =
  /^(?:policy|law|act|code|strategy|committee|conference|forums?|drill|institute|agency|plan|roadmap|framework|directive|ordinance|assessment|bill|centre|center|police|council|commission|authority|convention|workshop|exercise|process|certs|group|team|hotline|helpline|tipline|degree)$/
export const OWNED_HEAD =
  /^(?:institute|academy|conference|forums?|drill|workshop|exercise|assessment|process)$/
export const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
export const OPENERS =
  /^(?:The|A|An|This|That|These|Those|There|It|Its|They|In|On|At|As|By|For|From|To|With|Under|Through|Within|Since|After|Before|During|However|Also|And|But|Or|If|When|While|Currently|Additionally|Moreover|Furthermore|Another|Each|Every|Both|Such|Some|Several|Many|All|Other|According|Following|Besides|Although|Because|Then|Thus|Therefore|Nevertheless|Nonetheless|Meanwhile|Until|Unless|Despite|Specialists|Experts|Representatives|Participants|Lastly|Finally|Yes|No|None|Our|Their|We|Members?|Specific|Presently|Recently|January|February|April|June|July|August|September|October|November|December|Article|Articles|Section|Sections|Chapter)$/
