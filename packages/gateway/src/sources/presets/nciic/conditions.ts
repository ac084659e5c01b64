import type { IdentityClaim } from '../../../domains/applicants/port.ts'
import { writeDocument } from '../../protocols/xml/write.ts'

/** In whose name, where and for what it is asked. */
interface Asking {
  readonly userName: string
  readonly place: string
  readonly business?: string
}

/** The first row repeats the names of the columns. */
const heading = { GMSFHM: '公民身份号码', XM: '姓名' }

/** The document that travels as the text of `inConditions`; element names in capitals, unlike those of the answer. */
export const conditions = (
  { userName, place, business = '政务服务' }: Asking,
  claims: readonly IdentityClaim[],
): string =>
  writeDocument({
    ROWS: {
      INFO: { SBM: userName },
      ROW: [
        heading,
        ...claims.map(({ documentNumber, name }) => ({
          '@FSD': place,
          '@YWLX': business,
          GMSFHM: documentNumber,
          XM: name,
        })),
      ],
    },
  })
