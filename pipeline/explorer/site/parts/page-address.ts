/** The address of a route of this page; with `embed` that of its chart alone, for a frame. */
export const pageAddress = (route: string, embed = false): string => {
  const address = new URL(location.href)
  address.search = embed ? '?embed' : ''
  address.hash = route
  return address.href
}

/** Whether the page shows only a chart. */
export const isEmbedded = (): boolean => new URLSearchParams(location.search).has('embed')

/** The line of HTML that shows a chart on another page. */
export const frameCode = (route: string, title: string): string =>
  `<iframe src="${pageAddress(route, true)}" title="${title.replaceAll('"', '&quot;')}" width="680" height="460" style="border:0;max-width:100%" loading="lazy"></iframe>`
