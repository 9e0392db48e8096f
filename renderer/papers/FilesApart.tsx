import { useLingui } from '@lingui/react/macro';
import { text } from '../../domain/records/text.ts';
import { useRead } from '../application/queries.ts';
import { FileLine } from './FileLine.tsx';
import { filesIn } from './filesIn.ts';
import classes from './papers.module.css';

/** The files of a stricter portion, in its place in the paper. */
export function FilesApart({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const { data } = useRead('records', 'read', { id: record });
  const files = data === undefined ? [] : filesIn(data.body);
  if (files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t`Files of the portion`}>
      {files.map((entry) => (
        <FileLine key={text(entry.id)} record={record} entry={entry} />
      ))}
    </ul>
  );
}
