/** A division of the simulated city: six digits of GB/T 2260. */
export interface Division {
  readonly code: string
  readonly name: string
  readonly shortName: string
  /** Table A.2 of GB/T 39046: 3 city, 4 county. */
  readonly level: '3' | '4'
}

export const city: Division = { code: '330600', name: '绍兴市', shortName: '绍兴', level: '3' }

export const districts: readonly Division[] = [
  { code: '330602', name: '越城区', shortName: '越城', level: '4' },
  { code: '330603', name: '柯桥区', shortName: '柯桥', level: '4' },
  { code: '330604', name: '上虞区', shortName: '上虞', level: '4' },
]

export const divisions: readonly Division[] = [city, ...districts]

/** Six digits padded to the twelve of the exchange tables. */
export const division12 = (division: Division): string => `${division.code}000000`

/** `绍兴市` or `绍兴市越城区`: how agencies and addresses begin. */
export const fullName = (division: Division): string => (division === city ? city.name : city.name + division.name)
