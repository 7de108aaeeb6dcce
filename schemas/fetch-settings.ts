import { z } from 'zod'
import { webAddress } from './sources.ts'
import { VERSION } from './version.ts'

const ITU = 'https://www.itu.int/en/ITU-D/Cybersecurity'

/** Timers of Node.js hold at most 2,147,483 seconds. */
const MAX_SECONDS = 1_000_000

const seconds = (value: number) => z.number().positive().max(MAX_SECONDS).default(value)

/** How sources are found and fetched. Every setting has a default; times are in seconds. */
export const fetchSettings = z.strictObject({
  index_pages: z
    .array(webAddress)
    .default([`${ITU}/Pages/Country_Profiles.aspx`])
    .describe('Pages that link to profiles.'),
  archive: webAddress
    .overwrite((address) => address.replace(/\/+$/, ''))
    .default('https://web.archive.org')
    .describe('The web archive: its index and its captures.'),
  archived: z
    .array(z.string().regex(/^[^\s/*]+\/\S*\*$/, 'is not HOST/PATH/*'))
    .default([
      `${ITU.replace('https://', '')}/Documents/Country_Profiles/*`,
      'www.itu.int/dms_pub/itu-d/opb/str/D-STR-SECU-2015-PDF-E*',
    ])
    .describe('Where the web archive is searched: a host and the beginning of a path, with * at the end.'),
  user_agent: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'holds other than printable ASCII characters')
    .default(`cyberwellness-open-data/${VERSION} (an open dataset of the Cyberwellness Profiles)`),
  connections_per_host: z.int().min(1).default(2),
  requests_per_second: z
    .number()
    .min(1 / MAX_SECONDS)
    .nullable()
    .default(4)
    .describe('For each host; null for no limit but that of connections.'),
  connect_timeout: seconds(3).describe('To look up a name and connect.'),
  idle_timeout: seconds(30).describe('Without a byte, or with fewer than 500 bytes a second.'),
  total_timeout: seconds(600).describe('For one response.'),
  attempts: z.int().min(1).default(4).describe('At one address.'),
  first_delay: seconds(1).describe('Before the second attempt; it doubles with each further one.'),
  longest_delay: seconds(120).describe('The longest wait that a server may ask for.'),
  max_bytes: z.int().min(1).default(200_000_000).describe('The largest document that is accepted.'),
  allowed_networks: z
    .array(z.union([z.cidrv4(), z.cidrv6()], 'is not a network like 127.0.0.0/8'))
    .default([])
    .describe('Private networks that may be asked.'),
})
export type FetchSettings = z.infer<typeof fetchSettings>
