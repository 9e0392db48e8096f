export type SectionName =
  | 'look'
  | 'lock'
  | 'passphrase'
  | 'recovery'
  | 'card'
  | 'root'
  | 'backups'
  | 'examine'
  | 'exercise'
  | 'folder'
  | 'journal';

/** The address of a section of the settings. */
export const sectionAddress = (name: SectionName): string => `/settings?section=${name}`;
