import type { JsonObject } from '../../domain/records/json.ts';
import { RecordForm } from '../parts/form/RecordForm.tsx';
import { OutsideFacts } from '../parts/outside/OutsideFacts.tsx';

/** Every field of a paper but its title, its text and its files, which have places of their own. */
const FIELDS = ['type', 'language', 'number', 'openNumber', 'due', 'meeting', 'from', 'annexOf', 'purpose', 'asks'];

interface PaperDetailsProps {
  readonly record: string;
  readonly body: JsonObject;
  readonly readOnly: boolean;
}

export function PaperDetails({ record, body, readOnly }: PaperDetailsProps) {
  return (
    <>
      <OutsideFacts body={body} />
      <RecordForm record={record} fields={FIELDS} readOnly={readOnly} />
    </>
  );
}
