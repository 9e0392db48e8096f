/** Words of a PDF's own syntax, its metadata and its fonts (ISO 32000-2; XMP): they stand in every file. */
export const PDF_WORDS: readonly string[] = [
  'obj endobj stream endstream xref trailer startxref true false null PDF EOF',
  'Type Pages Page Count Kids Parent Catalog Root Info Size ID Length Filter FlateDecode Resources ProcSet Text ImageC ImageB',
  'ColorSpace Font MediaBox StructParents Contents Outlines First Last Next Prev Title Dest Creator Producer Author Subject',
  'Keywords CreationDate ModDate Typst Metadata Subtype XML StructTreeRoot ParentTree RoleMap IDTree StructElem MarkInfo Marked',
  'ViewerPreferences DisplayDocTitle Lang Alt ActualText Artifact Pagination Header Footer Layout Background Annot Link URI Action',
  'Border Rect Note Table Figure Caption List Heading Paragraph Document Section Span Strong Emphasis Reference Identity Registry',
  'Ordering Supplement Adobe CIDSystemInfo CIDInit CIDFontType2 CIDToGIDMap FontDescriptor FontFile2 FontName FontBBox BaseFont',
  'Encoding DescendantFonts ToUnicode ItalicAngle Ascent Descent CapHeight StemV CIDSet begincmap endcmap findresource defineresource',
  'CMapName currentdict begincodespacerange endcodespacerange beginbfchar endbfchar beginbfrange endbfrange IncludeResource',
  'DocumentNeededResources ProcSet BeginResource EndComments Version Custom usecmap OutputIntent OutputIntents OutputConditionIdentifier',
  'xpacket begin xmpmeta adobe meta rdf RDF Description about http www w3 org purl elements ns com xap mm format application',
  'title creator creators language languages producer MetadataDate CreateDate ModifyDate CreatorTool DocumentID InstanceID RenditionClass',
  'pdfaid pdfuaid part conformance rights webStatement NPages pdf xmp xmpMM xmpTPg Bag Seq Alt default x-default proof',
  'Copyright Reserved Source Serif Sans Code Noto Naskh Arabic Hebrew Unifont SourceSerif4 SourceSans3 SourceCodePro SourceSerif Roman Regular SemiBold Bold Italic',
  'registered trademark trademarks Systems Incorporated United States countries licensed License Open Font Google',
];
