import { stableUuid } from '../shared/stable.ts'
import type { TreeRecord } from '../shared/tree.ts'
import { exchangeBlock } from './block.ts'
import { noticeHtml } from './html.ts'
import type { Notice } from './notice.ts'
import { stageInfo } from './stages.ts'

const SECTORS = { gcjs: { digits: '003001', name: '工程建设' }, zfcg: { digits: '003002', name: '政府采购' } } as const

/** Fields the portal's content system always sends and nobody fills. */
const unused = [
  'infokey',
  'isshowweibo',
  'titlecolor',
  'score',
  'titlesize',
  'sourcetype',
  'sysid',
  'urlcategorynum',
  'collection',
  'haveheadnews',
  'flowguid',
  'feedbackdesc',
  'shared',
  'catedescription',
  'imgcategorynum',
  'recommend',
  'specialguid',
  'templateurl',
  'oucode',
  'strcomment',
  'ouguid',
  'ishtml',
  'titlefontstyle',
  'isflow',
  'clicktimes',
  'sourceinfoid',
  'userguid',
  'shixiao',
  'infolock',
] as const

/** A record as the list tells it: without body and exchange block. */
export const listRecord = (notice: Notice): TreeRecord => {
  const { project, stage } = notice
  const sector = SECTORS[project.subject.sector]
  const categorynum = sector.digits + stageInfo[stage].digits
  const day = notice.publishedAt.slice(0, 10)
  return {
    infoid: notice.id,
    rowguid: stableUuid(`row ${notice.id}`),
    title: notice.title,
    customtitle: notice.title,
    secondtitle: '',
    categorynum,
    categorykey: `${project.subject.sector}_${stage}`,
    categoryname: stageInfo[stage].name,
    stage,
    projectcode: project.code,
    infodate: day,
    pubinwebdate: notice.publishedAt,
    startdate: notice.publishedAt,
    enddate: '2099-12-31 23:59:59',
    lasteditdate: notice.editedAt,
    xiaqucode: project.division.code,
    xiaquname: project.division.name,
    projectjiaoyitypeex: project.subject.portalKind,
    infourl: `/jyxx/${sector.digits}/${categorynum}/${day.replaceAll('-', '')}/${notice.id}.html`,
    isenable: 1,
    isshowtitle: 1,
    infotype: 'News',
    ...Object.fromEntries(unused.map((name) => [name, null])),
  }
}

/** The full record, with HTML body and exchange block. */
export const fullRecord = (notice: Notice): TreeRecord => ({
  ...listRecord(notice),
  infocontent: noticeHtml(notice),
  notice: exchangeBlock(notice),
})
