import type { Locale } from '@tongban/schema'
import type { FieldProvenance, ProvenanceRecord } from '../../sources/source.ts'

type Words = Readonly<Record<Locale, string>>

const units = [
  { seconds: 86_400, zh: '天', en: 'day' },
  { seconds: 3_600, zh: '小时', en: 'hour' },
  { seconds: 60, zh: '分钟', en: 'minute' },
] as const

/** How long ago something was read, in whole units: nobody needs 3 hours and 12 minutes. */
function ago(seconds: number): { readonly zh: string; readonly en: string } {
  const unit = units.find((one) => seconds >= one.seconds)
  if (!unit) return { zh: '不到 1 分钟', en: 'less than a minute' }
  const count = Math.floor(seconds / unit.seconds)
  return { zh: ` ${count} ${unit.zh}`, en: `${count} ${unit.en}${count === 1 ? '' : 's'}` }
}

const inBoth = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

/** Says that an earlier answer stands in, and which sources could not be asked; null when all of it is as it should be. */
export function messageOf(
  { freshness, unanswered = [] }: Pick<ProvenanceRecord, 'freshness' | 'unanswered'>,
  ageSeconds: number,
  titleOf: (sourceId: string | null) => string,
  locale: Locale,
): string | null {
  if (freshness === 'STALE') {
    const { zh, en } = ago(ageSeconds)
    const title = titleOf(null)
    return inBoth(
      `${title}暂时没有回应,显示的是${zh}前的数据。`,
      `${title} does not answer for the moment; this is what it said ${en} ago.`,
    )[locale]
  }
  if (unanswered.length === 0) return null
  const titles = unanswered.map(titleOf)
  return inBoth(
    `${titles.join('、')}暂时没有回应,内容可能不全。`,
    `${titles.join(', ')} did not answer for the moment; this may not be all.`,
  )[locale]
}

/** Says what is the matter with a field. */
export function fieldMessage({ reason }: Pick<FieldProvenance, 'reason'>, title: string, locale: Locale): string {
  if (reason === 'TOO_OLD')
    return inBoth(
      `${title}暂时没有回应,此前的数据已过时,未予显示。`,
      `${title} does not answer for the moment, and what it said earlier is too old to be shown.`,
    )[locale]
  if (reason === 'CONFLICT')
    return inBoth(
      `各数据源的记载不一致,显示的是${title}的记载。`,
      `Sources say different things; this is what ${title} says.`,
    )[locale]
  return inBoth(`此项来自${title}。`, `This comes from ${title}.`)[locale]
}
