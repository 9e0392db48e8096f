import { fieldName, type Language } from '../../../domain/records/fieldNames.ts';

/** What a field that makes a link is called; one inside a list after the list: `speakers/party`, Speakers, speaker. */
export function fieldWords(kind: string | undefined, field: string, language: Language): string {
  return field
    .split('/')
    .map((part) => fieldName(kind, part, language))
    .join(', ');
}
