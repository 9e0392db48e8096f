import type { Json } from '../../../../domain/records/json.ts';
import { valueWords } from '../../../../domain/records/valueWords.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import { idsIn } from '../../conflict/idsIn.ts';
import { useTitles } from '../../picker/useTitles.ts';
import classes from '../form.module.css';

interface ValueShownProps {
  readonly path: readonly string[];
  readonly value: Json | undefined;
  readonly labelId?: string;
}

/** A value in words, where it is only read. */
export function ValueShown({ path, value, labelId }: ValueShownProps) {
  const language = useLanguage();
  const { titles } = useTitles(idsIn(value));
  const words = valueWords(value, {
    kind: path[0],
    field: path.at(-1) ?? '',
    language,
    recordName: (id) => titles.get(id)?.title,
  });
  return (
    <output className={classes.shown} aria-labelledby={labelId}>
      {words}
    </output>
  );
}
