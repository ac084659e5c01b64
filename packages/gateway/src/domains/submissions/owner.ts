import { type Locale, TongbanError } from '@tongban/schema'
import type { Subject } from '../../sources/directory.ts'
import type { SubmittedItem } from './record.ts'

/** What the directory is asked for to find the owner of an errand. */
export const ownerSubject = ({
  divisionCode,
  type,
  code,
}: Pick<SubmittedItem, 'divisionCode' | 'code'> & { readonly type?: string | null | undefined }): Subject => ({
  division: divisionCode,
  ...(type ? { itemType: type } : {}),
  itemCode: code,
})

/** No connected system takes cases of this item. Says where it can be handed in instead. */
export class NotHandedInHereError extends TongbanError {
  constructor(itemName: string) {
    super('TB_NO_AUTHORITY', { what: itemName }, { path: ['item'] })
  }

  override messageIn(locale: Locale): string {
    const { what = '' } = this.params
    return locale === 'en'
      ? `${what} cannot be handed in here: no connected system takes its cases. Apply at its agency.`
      : `${what}不能在此提交:没有接入受理该事项的系统,请到实施机构办理。`
  }
}
