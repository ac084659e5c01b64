import type { BoundPort, Source } from './source.ts'

/** What somebody asks an authority for. */
export interface Subject {
  readonly division?: string
  readonly itemType?: string | undefined
  readonly itemCode?: string
  readonly certificateType?: string
}

/** The source that is authoritative for a subject, with the port asked for. */
export interface Authority<Port> {
  readonly source: Source
  readonly port: BoundPort<Port>
}

/** Who is authoritative for what (权威数据源目录). Look-up time does not grow with the number of sources. */
export interface Directory<Ports extends object> {
  readonly sources: readonly Source[]
  byId(id: string): Source | undefined
  /** The most specific source that offers the port and covers the subject. */
  authority<Name extends keyof Ports & string>(port: Name, subject: Subject): Authority<Ports[Name]> | undefined
  /** Like {@link authority}. @throws TongbanError `TB_NO_AUTHORITY` */
  require<Name extends keyof Ports & string>(port: Name, subject: Subject): Authority<Ports[Name]>
  /** Every source that offers a port, in the order of the configuration. */
  offering<Name extends keyof Ports & string>(port: Name): readonly Authority<Ports[Name]>[]
  /** The port of one source. */
  portOf<Name extends keyof Ports & string>(port: Name, sourceId: string): Authority<Ports[Name]> | undefined
}
