declare module 'dictionary-en-gb/index.aff?raw' {
  const content: string;
  export default content;
}
declare module 'dictionary-en-gb/index.dic?raw' {
  const content: string;
  export default content;
}
declare module 'dictionary-fr/index.aff?raw' {
  const content: string;
  export default content;
}
declare module 'dictionary-fr/index.dic?raw' {
  const content: string;
  export default content;
}
