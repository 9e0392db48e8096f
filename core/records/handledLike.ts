import { effectiveHandling, markOf } from '../../domain/handling/change.ts';
import type { CreateOptions } from './createRecord.ts';
import type { RecordView } from './recordView.ts';

/** How a record is made that holds what another one does: under the mark that holds there, with all else of its handling. */
export function handledLike({ handling, body }: Pick<RecordView, 'handling' | 'body'>): CreateOptions {
  const { caveats, chathamHouse, expires } = handling;
  return { mark: markOf(effectiveHandling(handling, body)), caveats, chathamHouse, expires };
}

/** All of the handling but the mark, for a record that holds what two others do: whatever keeps either back keeps it back. */
export function handledLikeBoth(
  { handling: one }: Pick<RecordView, 'handling'>,
  { handling: other }: Pick<RecordView, 'handling'>,
) {
  const [expires] = [one.expires, other.expires].filter((day) => day !== undefined).sort();
  return {
    caveats: [...new Set([...one.caveats, ...other.caveats])],
    chathamHouse: one.chathamHouse || other.chathamHouse,
    ...(expires === undefined ? {} : { expires }),
  };
}
