import type { ComponentChild } from 'preact'
import { formatBytes } from '../model/format.ts'
import { Heading } from '../parts/heading.tsx'
import { FileLink } from './download-view.tsx'
import type { ViewProps } from './view-props.ts'

/** Every file of the release with its size and hash. */
export const FilesView = ({ summary }: ViewProps): ComponentChild => (
  <>
    <Heading title="Files and hashes" />
    <p class="lead">
      The same rows stand in every format of a table. Hashes are SHA-256, as in <code>SHA256SUMS</code>.
    </p>
    <table class="stacking">
      <caption class="hidden">Files</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Size</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {summary.files.map(({ name, bytes, sha256 }) => (
          <tr key={name}>
            <th scope="row">
              <FileLink name={name} />
            </th>
            <td class="number">{formatBytes(bytes)}</td>
            <td>
              <code class="hash">{sha256}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)
