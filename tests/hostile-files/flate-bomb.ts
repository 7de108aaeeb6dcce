import { constants, deflateRawSync, deflateSync } from 'node:zlib'

const MEGABYTES_PER_BLOCK = 10

const ZLIB_HEADER = Buffer.from([0x78, 0x9c])
const NO_CHECKSUM = Buffer.alloc(4)

/** Some kilobytes that unpack to this many MB of spaces by two filters: `[/FlateDecode /FlateDecode]`. */
export const flateBomb = (megabytes: number): Buffer => {
  const block = deflateRawSync(Buffer.alloc(MEGABYTES_PER_BLOCK * 1_000_000, ' '), {
    // after a full flush no block refers to an earlier one, so a block may be repeated
    finishFlush: constants.Z_FULL_FLUSH,
    level: constants.Z_BEST_COMPRESSION,
  })
  const blocks = Array.from({ length: megabytes / MEGABYTES_PER_BLOCK }, () => block)
  return deflateSync(Buffer.concat([ZLIB_HEADER, ...blocks, deflateRawSync(Buffer.alloc(0)), NO_CHECKSUM]))
}
