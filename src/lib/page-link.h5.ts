/** An address that opens a page of ours (path with query); null where pages have none. */
export const pageLink = (page: string): string | null => `${window.location.origin}/#${page}`
