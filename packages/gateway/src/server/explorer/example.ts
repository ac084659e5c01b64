/** What somebody sees first: an errand looked for in words a citizen would use. */
export const exampleQuery = `# 通办:一次查清一件事怎么办。按 Ctrl+Enter 运行。
# Tongban: everything about an errand in one query. Press Ctrl+Enter to run it.
#
# 需要令牌的字段:npm run -s token -- bank,然后在下方「Headers」填写
# Fields that need a token: put this into "Headers" below
#   { "Authorization": "Bearer …" }

query HowTo {
  items(filter: { text: "营业执照" }, first: 5) {
    totalCount
    edges {
      node {
        code
        name
        agency { name address }
        visits
        materials { name necessity }
        provenance { source { title } asOf freshness }
      }
    }
  }
}
`
