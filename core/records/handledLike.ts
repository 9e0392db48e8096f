import { effectiveHandling, markOf } from '../../domain/handling/change.ts';
import type { CreateOptions } from './createRecord.ts';
import type { RecordView } from './recordView.ts';

/** How a record is made that holds what another one does: under the mark that holds there, with all else of its handling. */
export function handledLike({ handling, body }: Pick<RecordView, 'handling' | 'body'>): CreateOptions {
  const { caveats, chathamHouse, expires } = handling;
  return { mark: markOf(effectiveHandling(handling, body)), caveats, chathamHouse, expires };
}
