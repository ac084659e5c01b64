import { agencyIn } from '../city/agencies.ts'
import { city } from '../city/divisions.ts'
import type { Item } from '../city/item.ts'
import type { Library } from '../items/library.ts'

/** What the office needs to know of an item to decide a case. */
export interface OfficeItem extends Pick<Item, 'handleCode' | 'version' | 'agency' | 'materials' | 'questions'> {
  readonly template: Pick<Item['template'], 'type' | 'name' | 'days' | 'inspection' | 'result'>
}

/** The items this office takes. */
export interface OfficeItems {
  /** The item under this code when it can be applied for; the name is what the applicant calls it. */
  offered(code: string, name: string): OfficeItem | undefined
  /** The item of a case that exists, whatever became of the item since. */
  ofCase(code: string, name: string): OfficeItem
}

/**
 * An item of another city: nothing is known of it but what the submission says. Taken at the city's service centre,
 * within twenty working days, which is the law where an item states nothing (行政许可法 第四十二条).
 */
const otherItem = (handleCode: string, name: string): OfficeItem => ({
  handleCode,
  version: 1,
  agency: agencyIn('service-centre', city),
  materials: [],
  questions: [],
  template: { type: '10', name: name || handleCode, days: [20, 20] },
})

/**
 * The items of the library that are in use, and those of other cities that `accepts` says yes to. What the library
 * knows is the library's to say: an item it withdrew is not taken because `accepts` would.
 */
export const createOfficeItems = (library: Library, accepts: (code: string) => boolean): OfficeItems => {
  const listed = (code: string) => library.byCode(code).find(({ item }) => item.handleCode === code)
  return {
    offered(code, name) {
      const entry = listed(code)
      if (entry) return entry.state === '1' ? entry.item : undefined
      return accepts(code) ? otherItem(code, name) : undefined
    },
    ofCase: (code, name) => listed(code)?.item ?? otherItem(code, name),
  }
}
