import { z } from 'zod'
import { webAddress } from './sources.ts'
import { VERSION } from './version.ts'

const ITU = 'https://www.itu.int/en/ITU-D/Cybersecurity'

/** In seconds: timers of Node.js hold no more than 2,147,483. */
const MAX_SECONDS = 1_000_000

const seconds = (value: number) => z.number().positive().max(MAX_SECONDS).default(value)

/** How sources are found and fetched. Every setting has a default; times are in seconds. */
export const fetchSettings = z.strictObject({
  index_pages: z
    .array(webAddress)
    .default([`${ITU}/Pages/Country_Profiles.aspx`])
    .describe('Pages that link to profiles.'),
  archive: webAddress
    .default('https://web.archive.org')
    .describe('The web archive: its index and its captures.'),
  archived: z
    .array(z.string().regex(/^[^\s/*]+\/\S*\*$/, 'is not HOST/PATH/*'))
    .default([
      `${ITU.replace('https://', '')}/Documents/Country_Profiles/*`,
      'www.itu.int/dms_pub/itu-d/opb/str/D-STR-SECU-2015-PDF-E*',
    ])
    .describe('What the web archive is asked for: a host and the beginning of a path, with * at the end.'),
  archive_page: z.int().min(1).default(1000).describe('Captures asked for at a time.'),
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
  connect_timeout: seconds(3).describe('Until a host answers at all, its name looked up included.'),
  header_timeout: seconds(30).describe('Until an answer begins.'),
  idle_timeout: seconds(30).describe('Without a byte.'),
  min_bytes_per_second: z
    .number()
    .min(0)
    .default(500)
    .describe('A server that sends less, over any span of idle_timeout, is left.'),
  total_timeout: seconds(600).describe('For one answer.'),
  attempts: z.int().min(1).default(4).describe('At one address.'),
  first_delay: seconds(1).describe('Before the second attempt; it doubles with each further one.'),
  longest_delay: seconds(120).describe('The longest that a server may ask to wait before it is given up.'),
  redirects: z.int().min(0).default(5),
  most_bytes: z.int().min(1).default(200_000_000).describe('The largest document that is taken.'),
  allowed_networks: z
    .array(z.union([z.cidrv4(), z.cidrv6()], 'is not a network like 127.0.0.0/8'))
    .default([])
    .describe('Networks that may be asked although they are no part of the public internet.'),
})
export type FetchSettings = z.infer<typeof fetchSettings>
