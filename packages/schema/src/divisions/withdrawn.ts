/** A code that was in force once and is no longer. */
export interface WithdrawnDivision {
  readonly code: string
  readonly name: string
  /** Year of the State Council's approval, `YYYY`. */
  readonly withdrawn: string
  /** Six-digit codes of the divisions that took its area over. */
  readonly successors: readonly string[]
}

const row = (code: string, name: string, withdrawn: string, ...successors: string[]): WithdrawnDivision => ({
  code,
  name,
  withdrawn,
  successors,
})

/**
 * Codes still met in live data after they were withdrawn. Kept by hand and short on purpose: a code that is in neither
 * this list nor the current table is reported as unknown, which is a warning too.
 */
export const withdrawnDivisions: readonly WithdrawnDivision[] = [
  row('110103', '崇文区', '2010', '110101'),
  row('110104', '宣武区', '2010', '110102'),
  row('110228', '密云县', '2015', '110118'),
  row('110229', '延庆县', '2015', '110119'),
  row('120107', '塘沽区', '2009', '120116'),
  row('120108', '汉沽区', '2009', '120116'),
  row('120109', '大港区', '2009', '120116'),
  row('310103', '卢湾区', '2011', '310101'),
  row('310108', '闸北区', '2015', '310106'),
  row('310119', '南汇区', '2009', '310115'),
  row('310230', '崇明县', '2016', '310151'),
  row('320103', '白下区', '2013', '320104'),
  row('320107', '下关区', '2013', '320106'),
  row('320502', '沧浪区', '2012', '320508'),
  row('320503', '平江区', '2012', '320508'),
  row('320504', '金阊区', '2012', '320508'),
  row('330103', '下城区', '2021', '330105'),
  row('330104', '江干区', '2021', '330102', '330114'),
  row('330204', '江东区', '2016', '330212'),
  row('330621', '绍兴县', '2013', '330603'),
  row('330682', '上虞市', '2013', '330604'),
  row('341400', '巢湖市(地级)', '2011', '340124', '340181', '340281', '340522', '340523'),
  row('370802', '市中区', '2013', '370811'),
  row('370882', '兖州市', '2013', '370812'),
  row('371200', '莱芜市', '2018', '370116', '370117'),
  row('371202', '莱城区', '2018', '370116'),
  row('371203', '钢城区', '2018', '370117'),
  row('440524', '潮阳县', '1993', '440513', '440514'),
  row('440582', '潮阳市', '2003', '440513', '440514'),
  row('511028', '隆昌县', '2017', '511083'),
  row('540422', '米林县', '2023', '540481'),
  row('540530', '错那县', '2023', '540581'),
]

/** Codes given after the table we generate from was published. Drop a row when the table carries it. */
export const youngerDivisions: readonly { readonly code: string; readonly name: string }[] = [
  { code: '540481', name: '米林市' },
  { code: '540581', name: '错那市' },
  { code: '659012', name: '白杨市' },
]
