/** How many bytes a browser posts for these names and values: line breaks are posted as two characters. Files do not count. */
export function postedBytes(pairs: Iterable<[string, FormDataEntryValue]>): number {
  const posted = new URLSearchParams();
  for (const [name, value] of pairs)
    if (typeof value === 'string') posted.append(name, value.replace(/\r\n?|\n/g, '\r\n'));
  return posted.toString().length;
}

/** How many letters too many the longest of these texts has, where the form is larger by so many bytes than can be read. */
export function lettersOver(text: string, bytesOver: number): number {
  const bytesEach = postedBytes([['', text]]) / Math.max(1, text.length);
  return Math.ceil(bytesOver / bytesEach);
}
