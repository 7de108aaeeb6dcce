/**
 * Licences under which a package may be used by MIT-licensed code that does not hand the package on: those that only
 * ask for their notice to be kept, those that give everything away, and MPL-2.0, which asks for changes to its own
 * files alone. The words are SPDX identifiers (https://spdx.org/licenses/).
 */
const COMPATIBLE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
])

/** Whether a licence, given as an SPDX expression without brackets within brackets, is known to be compatible. */
export const isCompatibleLicence = (licence: string): boolean => {
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((one) => COMPATIBLE.has(one)))
}
