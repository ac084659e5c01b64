import type { NoticeRecord } from './port.ts'

/** Full-width forms become half-width, capitals small: what people type finds what platforms print. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Everything a notice is searched by, in one text; lines keep words of different fields apart. */
export function searchText(notice: NoticeRecord): string {
  const parties = [
    ...notice.parties,
    ...notice.lots.flatMap((lot) => [...lot.bids, ...lot.awards].flatMap(({ bidders }) => bidders)),
  ]
  const words = [
    notice.title,
    notice.project?.code,
    notice.project?.name,
    ...notice.lots.flatMap((lot) => [lot.number, lot.name, lot.tradeCode]),
    ...parties.map((party) => party.name),
  ]
  return normalise([...new Set(words.filter((word) => word != null))].join('\n'))
}

/** Whether a word holds anything but signs. A text of signs alone finds nothing, as in the catalogue of items. */
export const isReadable = (word: string): boolean => /[\p{L}\p{N}]/u.test(word)

/** The words of a query; each must be found. */
export const searchWords = (text: string | null | undefined): readonly string[] =>
  normalise(text ?? '')
    .split(/\s+/)
    .filter((word) => word.length > 0)
