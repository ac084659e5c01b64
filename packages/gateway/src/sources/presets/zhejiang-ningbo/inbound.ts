import { z } from 'zod'
import type { SourceCaseInput } from '../../../domains/cases/port.ts'
import { sourceFailure } from '../../failures.ts'
import { decodeBody } from '../../protocols/charset.ts'
import { field } from '../../reading/fields.ts'
import type { ReceivedMessage } from '../../signing/inbound/message.ts'
import { parseInner } from '../parse.ts'
import { acceptEvent, handlerEvent, overEvent } from './events.ts'
import { projectNumber } from './project.ts'

/** Percent-encoded bytes, in UTF-8 or GB18030: senders of this family differ. */
const formText = (encoded: string): string => {
  const parts = encoded.replaceAll('+', ' ').split(/((?:%[0-9a-f]{2})+)/i)
  const bytes = parts.map((part, index) =>
    index % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part),
  )
  return decodeBody(Buffer.concat(bytes), 'utf-8')
}

const parametersOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split('&').flatMap((pair) => {
      const [name = '', ...value] = pair.split('=')
      return name === '' ? [] : [[formText(name), formText(value.join('='))]]
    }),
  )

const common = z.object({ PROJID: projectNumber, OutSystemID: field.text, DATAVERSION: field.whole })
type Told = Pick<SourceCaseInput, 'reports' | 'result'>

/** Each report by a parameter that no other has. A report about an attachment says nothing about the state of its case. */
const readers: Readonly<Record<string, z.ZodType<Told | null>>> = {
  AcceptTime: acceptEvent.transform((report) => ({ reports: [report] })),
  TRANSACT_TIME: overEvent.transform(({ report, result }) => ({ reports: [report], result })),
  START_TIME: handlerEvent.transform((report) => report && { reports: [report] }),
  FILEPATH: z.unknown().transform(() => null),
}

/** The text of a form that reports 受理, 办理, 办结 or an attachment. */
export function readReport(text: string): readonly SourceCaseInput[] {
  const parameters = parametersOf(text)
  const kind = Object.keys(readers).find((name) => Object.hasOwn(parameters, name))
  const reader = readers[kind ?? '']
  if (!reader) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'expected a report of 受理, 办理 or 办结' })
  const { PROJID: number, OutSystemID: reference, DATAVERSION } = parseInner(common, parameters)
  const told = parseInner(reader, parameters)
  return told ? [{ number, reference, dataVersion: DATAVERSION ?? 1, ...told }] : []
}

/** A report as it comes to us. */
export const readReportedCases = (message: ReceivedMessage): readonly SourceCaseInput[] => readReport(message.text())
