export { DATA_PACKAGE_FILE, dataPackage } from './data-package.ts'
export type { DocumentFacts } from './release-facts.ts'
export {
  BILL_OF_MATERIALS_FILE,
  billOfMaterials,
  isCompatibleLicence,
  type LockedPackage,
  lockedPackages,
} from './supply-chain/index.ts'
