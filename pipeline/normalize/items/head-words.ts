import type { ItemKind } from '../../../schemas/index.ts'

const list = (words: string): string[] => words.trim().split(/\s+/)

/** The nouns that say what a name stands for, by kind; reviewed by hand. */
const HEADS: readonly (readonly [ItemKind, readonly string[]])[] = [
  [
    'instrument',
    list(`
    Law Laws Act Acts Code Codes Decree Decrees Decree-Law Decree-law Law-Decree Ordinance Ordinances Order
    Orders Directive Directives Regulation Regulations Bill Bills Constitution Statute Statutes Resolution
    Proclamation Circular Edict Rules Instruction Instructions Decision Legislation Amendment`),
  ],
  ['treaty', list('Convention Protocol Treaty Covenant Agreement Arrangement Accord Memorandum')],
  [
    'organisation',
    list(`
    Ministry Authority Agency Department Directorate Directorate-General Division Centre Center Centres Centers
    Commission Commissioner Committee Council Office Bureau Institute University Police Gendarmerie Bank Board
    Team Unit Service Services Association Foundation Union Organization Organisation Company Corporation
    Regulator Secretariat Force Forces Group Academy Administration Inspectorate Laboratory Lab College School
    Society Chamber Guard Army Court Alliance Network Registry Ombudsman Coalition Consortium
    Observatory Superintendence Superintendency Undersecretary Secretary Commissariat Taskforce
    Prosecutor Operator Institution Secretariat-General Subsecretariat`),
  ],
  [
    'programme',
    list(`
    Strategy Policy Plan Programme Program Programs Programmes Project Projects Initiative Campaign Roadmap
    Framework Agenda Doctrine Concept Principles Masterplan Blueprint Month Week Scheme`),
  ],
  [
    'event',
    list(`
    Exercise Exercises Drill Drills Cyberdrill Cyber-drill CyberDrill Conference Workshop Workshops Forum
    Summit Seminar Seminars Congress Symposium Meeting Competition Hackathon`),
  ],
]

/** Head nouns of other languages, which stand first in a name. */
const FIRST_HEADS = new Set(
  list(`
    Ministerio Ministère Ministério Agencia Agence Agência Autoridad Autorité Autoridade Instituto Institut
    Oficina Comisión Comissão Consejo Conseil Conselho Dirección Direction Direção Departamento Département
    Centro Superintendencia Fundación Fundação Fondation Universidad Université Universidade Policía Polícia
    Secretaría Bundesamt Procuraduría`),
)

/** Nouns of bodies that as often end the field that a body is for (“Ministry of Information Society”). */
const WEAK = new Set(
  list(`
    Society Services Service Network Force Forces Administration Union Group Laboratory School Company Academy
    Registry Operator Court Guard Army Institution Acts Laws Rules Regulations`),
)

/** Words that make a head noun no name of its own: “National Agency”, “Technical Committee”. */
const GENERIC = new Set(
  list(`
    National Government Governmental Official Technical Steering Working Task Advisory Joint Special Executive
    Main Central Local Regional International Public Private Sector Specific New Annual Respective Relevant
    Competent Responsible State CIRT CERT CSIRT First Second Third Online Safe Certificate
    Certifying Certification Auditor Action Master`),
)

const kinds: ReadonlyMap<string, ItemKind> = new Map(
  HEADS.flatMap(([kind, words]) => words.map((word): [string, ItemKind] => [word, kind])),
)

/** The kind that a noun gives to the name that ends in it, or undefined. */
export const kindOfHead = (word: string): ItemKind | undefined => kinds.get(word)

/** Whether a noun may as well be the last word of what another body is for. */
export const isWeakHead = (word: string): boolean => WEAK.has(word)

/** Whether a word opens the name of a body in a language that puts its noun first. */
export const opensBody = (word: string): boolean => FIRST_HEADS.has(word)

/** Whether a word names nothing beside a head noun. */
export const isGeneric = (word: string): boolean => GENERIC.has(word)
