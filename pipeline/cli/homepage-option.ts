import { InvalidArgumentError, Option } from 'commander'

/** @throws InvalidArgumentError where a text is no address of the web */
const webAddress = (text: string): string => {
  const address = URL.parse(text)
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') {
    throw new InvalidArgumentError('Give an address of the web, such as https://data.example/cyberwellness/.')
  }
  return address.href
}

/** Where a release will be found on the web: the one place where its descriptors learn it. */
export const homepageOption = (): Option =>
  new Option('--homepage <url>', 'the page of the release on the web, which its descriptors then name')
    .env('CYBERWELLNESS_HOMEPAGE')
    .argParser(webAddress)
