import { Command } from 'commander'
import { check } from './commands/check.ts'
import { checkSource } from './commands/check-source.ts'
import { importItems } from './commands/import-items.ts'
import { migrate } from './commands/migrate.ts'
import { recordSourceCommand } from './commands/record-source.ts'
import { reportDrift, reportQuality } from './commands/report.ts'
import { start } from './commands/start.ts'
import { sync } from './commands/sync.ts'

const common = (command: Command): Command =>
  command
    .option('--config <file>', 'configuration of the gateway', 'tongban.config.ts')
    .option(
      '--data-dir <folder>',
      'folder of the embedded database and of keys (default: the configuration, else ./data)',
    )

const taped = (command: Command): Command =>
  common(command)
    .option('--record <folder>', 'record the traffic of sources here, personal data replaced · 录制数据源往来')
    .option('--replay <folder>', 'answer sources from the tapes in here · 用录制内容代替数据源')

const sampled = (command: Command): Command =>
  common(command).option('--samples <file>', 'module that exports samples by default · 样例文件')

/** The command line of the gateway. */
export function createProgram(): Command {
  const program = new Command('tongban')
    .description('The gateway a city runs. 城市通办网关')
    // Options after `check source` are its own, also where `check` has the same.
    .enablePositionalOptions()
  taped(program.command('start').description('serve until SIGTERM · 启动网关')).action(start)
  const checking = taped(
    program
      .command('check')
      .description('configuration, database, and whether every source answers · 检查配置与数据源'),
  ).action(check)
  sampled(
    checking.command('source <id>').description('judge a source at its real system, reading only · 检查单个数据源'),
  )
    .option('--json', 'print the report as JSON')
    .action(checkSource)
  sampled(
    program
      .command('record')
      .description('keep answers of a source · 录制')
      .command('source <id>')
      .description('keep the answers of a source to samples · 录制数据源的返回'),
  )
    .requiredOption('--out <file>', 'file of the tape · 录制文件')
    .action(recordSourceCommand)
  taped(program.command('sync').description('bring items and notices up to date · 同步事项与公告'))
    .option('--full', 'read everything instead of what changed')
    .option('--accept-shrink', 'withdraw what a full list no longer shows, even if it seems to end too early')
    .action(sync)
  common(
    program.command('migrate').description('bring the database to the form this version needs · 迁移数据库'),
  ).action(migrate)
  common(program.command('import').description('bring a file into the store · 导入文件').command('items <file>'))
    .description('service items from .jsonl, .csv or .xlsx: all rows or none, with a report · 导入事项清单')
    .option('--format <format>', 'jsonl, csv or xlsx (default: by the name of the file)')
    .option('--source <id>', 'source the file was taken from (default: the file itself) · 文件取自哪个数据源')
    .option('--json', 'print the report as JSON')
    .action(importItems)
  const report = program.command('report').description('what is known about the sources · 报表')
  common(report.command('quality').description('quality of sources in a month · 数据源质量月报'))
    .option('--month <month>', 'for example 2026-10 (default: the last full month) · 月份')
    .option('--source <id>', 'only this source · 仅此数据源')
    .option('--format <format>', 'table or csv · 格式', 'table')
    .option('--bom', 'begin CSV with a byte order mark, for Excel · 供 Excel 使用')
    .action(reportQuality)
  common(report.command('drift').description('lasting changes in the shape of replies · 数据形态漂移'))
    .option('--accept <source>', 'take those of this source for its way from now on · 确认')
    .action(reportDrift)
  return program
}
