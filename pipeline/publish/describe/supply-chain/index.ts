export { BILL_OF_MATERIALS_FILE, billOfMaterials } from './bill-of-materials.ts'
export { isCompatibleLicence } from './licences.ts'
export { type LockedPackage, lockedPackages } from './locked-packages.ts'
