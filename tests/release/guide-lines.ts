/** What stands in the blocks of the operations guide: each line of a shell, each statement, and the example of a file. */
export function linesOf(guide: string): { sh: string[]; sql: string[]; csv: string } {
  const blocks = (language: string) =>
    [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
      ([, block = '']) => block,
    );
  const lines = (language: string) =>
    blocks(language).flatMap((block) => block.split('\n').filter((line) => line.trim() !== ''));
  return { sh: [...new Set(lines('sh'))], sql: lines('sql'), csv: blocks('csv').join('') };
}
