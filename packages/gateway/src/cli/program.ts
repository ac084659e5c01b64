import { Command } from 'commander'
import { check } from './commands/check.ts'
import { importItems } from './commands/import-items.ts'
import { migrate } from './commands/migrate.ts'
import { start } from './commands/start.ts'
import { sync } from './commands/sync.ts'

const common = (command: Command): Command =>
  command
    .option('--config <file>', 'configuration of the gateway', 'tongban.config.ts')
    .option(
      '--data-dir <folder>',
      'folder of the embedded database and of keys (default: the configuration, else ./data)',
    )

/** The command line of the gateway. */
export function createProgram(): Command {
  const program = new Command('tongban').description('The gateway a city runs. 城市通办网关')
  common(program.command('start').description('serve until SIGTERM · 启动网关')).action(start)
  common(
    program
      .command('check')
      .description('configuration, database, and whether every source answers · 检查配置与数据源'),
  ).action(check)
  common(program.command('sync').description('bring items and notices up to date · 同步事项与公告'))
    .option('--full', 'read everything instead of what changed')
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
  return program
}
