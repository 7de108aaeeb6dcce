import { xaa } from './profiles/xaa.ts'
import { xab } from './profiles/xab.ts'
import { xac } from './profiles/xac.ts'
import { xad } from './profiles/xad.ts'
import { xae } from './profiles/xae.ts'
import { xaf } from './profiles/xaf.ts'
import { xag } from './profiles/xag.ts'
import { xah } from './profiles/xah.ts'
import { xai } from './profiles/xai.ts'
import { xaj } from './profiles/xaj.ts'
import type { Specimen } from './specimen.ts'

/** All specimen profiles, in the order of their codes. */
export const SPECIMENS: readonly Specimen[] = [xaa, xab, xac, xad, xae, xaf, xag, xah, xai, xaj]
