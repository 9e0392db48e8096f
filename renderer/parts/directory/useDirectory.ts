import type { z } from 'zod';
import type { Directory as DirectorySchema } from '../../../contract/directory/directory.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';

export type Directory = z.output<typeof DirectorySchema>;
export type DirectorySeat = Directory['seats'][number];
export type DirectoryLine = Directory['entries'][number];
export type DirectoryAlarm = Directory['alarms'][number];

/** The directory as it is here; undefined until it is read. */
export function useDirectory(): Directory | undefined {
  const language = useLanguage();
  return useRead('directory', 'read', { language }, { keep: true }).data;
}
