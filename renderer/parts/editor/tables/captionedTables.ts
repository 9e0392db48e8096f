import { CaptionedTable } from '../schema/tables.ts';
import { CaptionedTableView } from './tableView.ts';

/** Tables with their caption to be edited. */
export const CaptionedTables = CaptionedTable.extend({
  addNodeView() {
    return ({ node, editor, getPos }) => new CaptionedTableView(node, editor, getPos);
  },
});
