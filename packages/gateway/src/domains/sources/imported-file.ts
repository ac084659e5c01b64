import { importedId } from '../../sources/imported.ts'
import type { SourceEntity } from './record.ts'

/**
 * Where something comes from that an operator brought in a file without naming a source. It is no system: nobody can ask it
 * anything, so no figures are kept of it and it is not among the sources of the configuration.
 */
export const importedFile: SourceEntity = { id: importedId, title: '导入文件 / imported file', covers: {}, ports: {} }
