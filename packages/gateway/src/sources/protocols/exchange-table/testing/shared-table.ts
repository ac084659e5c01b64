import type { TableLayout } from '../layout.ts'

/** A table that several gateways work on at the same time. */
export const sharedLayout: TableLayout = {
  key: ['ID'],
  flag: { column: 'FLAG' },
  claim: { token: 'TOKEN', until: 'UNTIL' },
}

export const sharedColumns = {
  ID: 'int primary key',
  FLAG: 'char(1)',
  TOKEN: 'varchar(36)',
  UNTIL: 'time',
  // Counted by the database itself, at each change of the flag.
  MARKED: 'int not null default 0',
}
