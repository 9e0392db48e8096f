export type PaperSize = 'a4' | 'us-letter';

/** The paper that this country prints on: Letter in North America and a few others. */
export function usualPaper(): PaperSize {
  const region = new Intl.Locale(navigator.language).maximize().region ?? '';
  return ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT'].includes(region) ? 'us-letter' : 'a4';
}
