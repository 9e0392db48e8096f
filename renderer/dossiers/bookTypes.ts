import type { z } from 'zod';
import type { dossiersCalls } from '../../contract/dossiers/calls.ts';

export type BookData = z.output<typeof dossiersCalls.read.output>;
export type BookLine = BookData['papers'][number];
export type BookIssueLine = BookData['issues'][number];
export type BookCopy = Pick<BookData['copies'][number], 'id' | 'party'> & { readonly number?: number | undefined };
