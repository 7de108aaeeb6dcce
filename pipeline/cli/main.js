#!/usr/bin/env node
// No static import, so that an old Node.js gets as far as saying that it is too old.
if (Number(process.versions.node.split('.')[0]) >= 24) {
  import('./start.js')
} else {
  process.stderr.write(
    `cyberwellness needs Node.js 24 or newer, and this is ${process.versions.node}. ` +
      'Install it from https://nodejs.org; or, in the project, run `make install` and then `.ci/with-node npx cyberwellness ...`.\n',
  )
  process.exitCode = 2
}
