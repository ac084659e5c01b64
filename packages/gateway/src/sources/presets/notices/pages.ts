import { charsetOf, decodeBody } from '../../protocols/charset.ts'
import { type FormOptions, type FormRequest, form } from '../../protocols/form/form.ts'
import { unreadable } from '../../protocols/status.ts'
import type { AttemptIo, Protocol, UpstreamRequest } from '../../source.ts'

/** A page of a portal that is read as HTML. */
export interface PageRequest extends UpstreamRequest {
  /** Path below the base. */
  readonly page: string
  /** What the page must contain; a captcha or a login with status 200 does not. */
  readonly mark: string
}

/** A page that was cut on its way lacks its end; what is above would pass for the whole notice. */
const pageEnd = /<\/html>\s*$/i

const readPage = async (base: string, request: PageRequest, io: AttemptIo): Promise<string> => {
  const response = await io.http({ method: 'GET', url: base + request.page, headers: { accept: 'text/html' } })
  const text = decodeBody(response.body, charsetOf(response.headers['content-type']) ?? 'utf-8')
  const isWhole = response.status < 300 && text.includes(request.mark) && pageEnd.test(text)
  if (!isWhole) throw unreadable(response, text, `a whole page with ${request.mark}`)
  return text
}

/** A portal that lists by forms with JSON answers and shows each notice as a page. */
export function formsAndPages(options: FormOptions): Protocol<FormRequest | PageRequest> {
  const forms = form({ answers: 'json', ...options })
  return {
    ...forms,
    kind: 'forms-and-pages',
    send: (request, io) => ('page' in request ? readPage(options.base, request, io) : forms.send(request, io)),
  }
}
