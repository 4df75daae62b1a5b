import { relative } from 'node:path';
import ts from 'typescript';
import type { Column, NotedQuery } from './note.ts';

/** A raw query of the code that says what its rows are. */
type TypedQuery = { file: string; from: number; to: number; row: ts.Type; at: ts.Node };

/** What may be NULL in its table and not where the query looks: the query asks for those that have one. */
const asked = [
  'app/domain/admin/jobs.server.ts endedAt',
  'app/domain/admin/sealing-keys.server.ts sealed',
  'app/domain/admin/verify-restore.server.ts sealed',
  'app/domain/desks/urgent-list.server.ts new_danger_due_at',
  'app/domain/routing/read-rules.server.ts rule_code',
];

/**
 * Compares what the code says of the rows of its raw queries with what the database said of them. Gives each difference
 * as a sentence: a column that is missing, too many or of another type, one that may be NULL and is not said to be, and a
 * query that no test asks.
 */
export function compareRawQueries(code: ts.Program, noted: NotedQuery[]): string[] {
  const checker = code.getTypeChecker();
  const differences = typedQueries(code, checker).flatMap((query) => {
    const here = noted.filter(
      ({ file, line }) => file === query.file && line >= query.from && line <= query.to,
    );
    const found = here.flatMap(({ columns }) => differencesOf(checker, query, columns));
    const place = `${relative('', query.file)}:${query.from}`;
    return (here.length > 0 ? found : ['no test asks this']).map((difference) => `${place} ${difference}`);
  });
  return [...new Set(differences)].sort();
}

/** The files with which the portal asks its database. */
export function codeOfPortal(): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const servers = fileNames.filter((name) => relative('app', name).endsWith('.server.ts'));
  return ts.createProgram(servers, { ...options, incremental: false });
}

function typedQueries(code: ts.Program, checker: ts.TypeChecker): TypedQuery[] {
  const found: TypedQuery[] = [];
  for (const source of code.getSourceFiles()) {
    if (code.isSourceFileFromExternalLibrary(source) || source.fileName.includes('/generated/')) continue;
    const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isTaggedTemplateExpression(node) && !ts.isCallExpression(node)) return;
      const asked = ts.isCallExpression(node) ? node.expression : node.tag;
      const [rows] = node.typeArguments ?? [];
      if (!rows || !ts.isPropertyAccessExpression(asked) || !asked.name.text.startsWith('$queryRaw')) return;
      const row = checker.getTypeFromTypeNode(rows).getNumberIndexType();
      const lines = { from: lineOf(asked.name.getStart()), to: lineOf(node.getEnd()) };
      // A row that is any object is handed on unread.
      if (row && !(row.flags & ts.TypeFlags.NonPrimitive))
        found.push({ file: source.fileName, ...lines, row, at: node });
    };
    visit(source);
  }
  return found;
}

function differencesOf(checker: ts.TypeChecker, { file, row, at }: TypedQuery, columns: Column[]): string[] {
  const properties = checker.getPropertiesOfType(row);
  const unknown = columns.filter(({ name }) => !properties.some((property) => property.name === name));
  return [
    ...unknown.map(({ name }) => `does not say that there is ${name}`),
    ...properties.flatMap((property) => {
      const column = columns.find(({ name }) => name === property.name);
      if (!column) return [`says that there is ${property.name}`];
      const mayBeNull =
        column.wasNull || (column.nullable && !asked.includes(`${relative('', file)} ${column.name}`));
      const said = checker.getTypeOfSymbolAtLocation(property, at);
      const shown = `${property.name} is ${checker.typeToString(said)}`;
      return [
        ...(mayBeNull && !checker.isTypeAssignableTo(checker.getNullType(), said)
          ? [`says that ${shown}, and it may be NULL`]
          : []),
        ...(holds(checker, checker.getNonNullableType(said), column)
          ? []
          : [`says that ${shown}, and it is ${[column.type, ...column.labels].join(' ')}`]),
      ];
    }),
  ];
}

/** Whether what the database client makes of a column is of this type. What is JSON is not looked into. */
function holds(
  checker: ts.TypeChecker,
  said: ts.Type,
  { type, labels }: Pick<Column, 'type' | 'labels'>,
): boolean {
  if (said.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
  if (labels.length > 0 && !type.startsWith('_'))
    return labels.every((label) => checker.isTypeAssignableTo(checker.getStringLiteralType(label), said));
  const element = checker.getIndexTypeOfType(said, ts.IndexKind.Number);
  if (type.startsWith('_'))
    return element !== undefined && holds(checker, element, { type: type.slice(1), labels });
  switch (type) {
    case 'json':
    case 'jsonb':
      return true;
    case 'int2':
    case 'int4':
    case 'float8':
      return checker.isTypeAssignableTo(said, checker.getNumberType());
    case 'int8':
      return checker.isTypeAssignableTo(said, checker.getBigIntType());
    case 'bool':
      return checker.isTypeAssignableTo(said, checker.getBooleanType());
    case 'date':
    case 'timestamptz':
      return said.symbol.name === 'Date';
    case 'bytea':
      return said.symbol.name === 'Uint8Array';
    case 'text':
    case 'uuid':
    case 'varchar':
      return checker.isTypeAssignableTo(said, checker.getStringType());
    default:
      return false;
  }
}
