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
  /**
   * What to call. Behind it stand the rules for sources that cover the same and the last good copies. Equal subjects get the
   * same port, and what is asked of one port may be asked in one batch; the source alone does not tell that.
   */
  readonly port: BoundPort<Port>
}

/** Who is authoritative for what (权威数据源目录). Look-up time does not grow with the number of sources. */
export interface Directory<Ports extends object> {
  readonly sources: readonly Source[]
  byId(id: string): Source | undefined
  /** The source that comes first for a subject, with a port that follows the rules for what others cover, too. */
  authority<Name extends keyof Ports & string>(port: Name, subject: Subject): Authority<Ports[Name]> | undefined
  /** Like {@link authority}. @throws TongbanError `TB_NO_AUTHORITY` */
  require<Name extends keyof Ports & string>(port: Name, subject: Subject): Authority<Ports[Name]>
  /**
   * All sources that offer the port and cover the subject, each by itself: the closest first (division, then matter), then the
   * higher precedence, then the order of the configuration.
   */
  authorities<Name extends keyof Ports & string>(port: Name, subject: Subject): readonly Authority<Ports[Name]>[]
  /**
   * Every source that offers a port, in the order of the configuration, for those who go through all that sources have. Nothing
   * stands in for an answer here: what is copied from a source must be what the source says.
   */
  offering<Name extends keyof Ports & string>(port: Name): readonly Authority<Ports[Name]>[]
  /** The port of one source; its last good copies stand in for it. */
  portOf<Name extends keyof Ports & string>(port: Name, sourceId: string): Authority<Ports[Name]> | undefined
}
