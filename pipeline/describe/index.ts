export { DATA_PACKAGE_FILE, dataPackage } from './data-package.ts'
