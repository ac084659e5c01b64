/** The published arrangement of one year: which days differ from the plain Monday-to-Friday week. */
export interface YearTable {
  readonly year: number
  /** Raised whenever a row of that year changes, so that a computed deadline can say what it was computed with. */
  readonly version: number
  /**
   * Numbers of the notices of the State Council's general office. Empty where we have not compared the row with the
   * notice itself; `source` then says where the row comes from.
   */
  readonly notices: readonly string[]
  readonly source: string
  /** Days off, `MM-DD` or `MM-DD/MM-DD`, separated by blanks. Weekends in between are listed too. */
  readonly off: string
  /** Saturdays and Sundays that are worked (调休), in the same form. */
  readonly work: string
}

const seed = 'chinese-days 1.5.7 (MIT)'

const fromNotice = (year: number, notices: readonly string[], off: string, work: string): YearTable => ({
  year,
  version: 1,
  notices,
  source: 'notice',
  off,
  work,
})

const fromSeed = (year: number, off: string, work: string): YearTable => ({
  year,
  version: 1,
  notices: [],
  source: seed,
  off,
  work,
})

const numberOnly = (year: number, notices: readonly string[], off: string, work: string): YearTable => ({
  ...fromSeed(year, off, work),
  notices,
})

/**
 * Days off and worked weekends by year. 2025 and 2026 were compared with the text of the notices, 2024 with independent copies of its days. The days of 2004 to 2023
 * come from a package; for 2019 to 2023 the numbers of the notices are known besides, for earlier years they
 * could not be confirmed and are left out. An arrangement may reach into the year before (2018-12-29 belongs to
 * that of 2019); each day stands in its own year.
 *
 * A new year: add its row when the notice appears, usually in November.
 */
export const yearTables: readonly YearTable[] = [
  fromSeed(2004, '01-01 01-22/01-28 05-01/05-07 10-01/10-07', '01-17/01-18 05-08/05-09 10-09/10-10'),
  fromSeed(2005, '01-01/01-03 02-09/02-15 05-01/05-07 10-01/10-07', '02-05/02-06 04-30 05-08 10-08/10-09'),
  fromSeed(2006, '01-01/01-03 01-29/02-04 05-01/05-07 10-01/10-07', '01-28 02-05 04-29/04-30 09-30 10-08 12-30/12-31'),
  fromSeed(
    2007,
    '01-01/01-03 02-18/02-24 05-01/05-07 10-01/10-07 12-30/12-31',
    '02-17 02-25 04-28/04-29 09-29/09-30 12-29',
  ),
  fromSeed(
    2008,
    '01-01 02-06/02-12 04-04/04-06 05-01/05-03 06-07/06-09 09-13/09-15 09-29/10-05',
    '02-02/02-03 05-04 09-27/09-28',
  ),
  fromSeed(
    2009,
    '01-01/01-03 01-25/01-31 04-04/04-06 05-01/05-03 05-28/05-30 10-01/10-08',
    '01-04 01-24 02-01 05-31 09-27 10-10',
  ),
  fromSeed(
    2010,
    '01-01/01-03 02-13/02-19 04-03/04-05 05-01/05-03 06-14/06-16 09-22/09-24 10-01/10-07',
    '02-20/02-21 06-12/06-13 09-19 09-25/09-26 10-09',
  ),
  fromSeed(
    2011,
    '01-01/01-03 02-02/02-08 04-03/04-05 04-30/05-02 06-04 06-06 09-10/09-12 10-01/10-07',
    '01-30 02-12 04-02 10-08/10-09 12-31',
  ),
  fromSeed(
    2012,
    '01-01/01-03 01-22/01-28 04-02/04-04 04-29/05-01 06-22 06-24 09-30/10-07',
    '01-21 01-29 03-31/04-01 04-28 09-29',
  ),
  fromSeed(
    2013,
    '01-01/01-03 02-09/02-15 04-04/04-06 04-29/05-01 06-10/06-12 09-19/09-21 10-01/10-07',
    '01-05/01-06 02-16/02-17 04-07 04-27/04-28 06-08/06-09 09-22 09-29 10-12',
  ),
  fromSeed(2014, '01-01 01-31/02-06 04-05/04-07 05-01/05-03 06-02 09-08 10-01/10-07', '01-26 02-08 05-04 09-28 10-11'),
  fromSeed(
    2015,
    '01-01/01-03 02-18/02-24 04-05/04-06 05-01 06-20 06-22 09-03/09-04 09-27 10-01/10-07',
    '01-04 02-15 02-28 09-06 10-10',
  ),
  fromSeed(
    2016,
    '01-01 02-07/02-13 04-04 05-01/05-02 06-09/06-11 09-15/09-17 10-01/10-07',
    '02-06 02-14 06-12 09-18 10-08/10-09',
  ),
  fromSeed(2017, '01-01/01-02 01-27/02-02 04-02/04-04 05-01 05-28/05-30 10-01/10-08', '01-22 02-04 04-01 05-27 09-30'),
  fromSeed(
    2018,
    '01-01 02-15/02-21 04-05/04-07 04-29/05-01 06-18 09-24 10-01/10-07 12-30/12-31',
    '02-11 02-24 04-08 04-28 09-29/09-30 12-29',
  ),
  numberOnly(
    2019,
    ['国办发明电〔2018〕15号', '国办发明电〔2019〕3号'],
    '01-01 02-04/02-10 04-05/04-07 05-01/05-04 06-07/06-09 09-13/09-15 10-01/10-07',
    '02-02/02-03 04-28 05-05 09-29 10-12',
  ),
  numberOnly(
    2020,
    ['国办发明电〔2019〕16号', '国办发明电〔2020〕1号'],
    '01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08',
    '01-19 04-26 05-09 06-28 09-27 10-10',
  ),
  numberOnly(
    2021,
    ['国办发明电〔2020〕27号'],
    '01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07',
    '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  ),
  numberOnly(
    2022,
    ['国办发明电〔2021〕11号'],
    '01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07 12-31',
    '01-29/01-30 04-02 04-24 05-07 10-08/10-09',
  ),
  numberOnly(
    2023,
    ['国办发明电〔2022〕16号'],
    '01-01/01-02 01-21/01-27 04-05 04-29/05-03 06-22/06-24 09-29/10-06',
    '01-28/01-29 04-23 05-06 06-25 10-07/10-08',
  ),
  fromNotice(
    2024,
    ['国办发明电〔2023〕7号'],
    '01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ),
  fromNotice(
    2025,
    ['国办发明电〔2024〕12号'],
    '01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08',
    '01-26 02-08 04-27 09-28 10-11',
  ),
  fromNotice(
    2026,
    ['国办发明电〔2025〕7号'],
    '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ),
]
