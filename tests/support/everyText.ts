import type Database from 'better-sqlite3';

type Connection = Database.Database;

interface Column {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

interface ForeignKey {
  from: string;
  table: string;
}

const tablesOf = (connection: Connection) =>
  connection
    .prepare<[], { name: string }>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not like 'callerSearch%'",
    )
    .all()
    .map(({ name }) => name);

const columnsOf = (connection: Connection, table: string) =>
  connection.prepare<[string], Column>('select * from pragma_table_info(?)').all(table);

const keysOf = (connection: Connection, table: string) =>
  connection.prepare<[string], ForeignKey>('select "from", "table" from pragma_foreign_key_list(?)').all(table);

/** What a rule of a table or of the program asks of a row, beside its types. */
const asked: Record<string, Record<string, string | number | null>> = {
  // What is invented is not counted, so that no odd word becomes a count.
  incident: { demo: 1, duplicateOfId: null },
  contact: { demo: 1 },
  aftercareOffer: { answeredAt: 1 },
  handOver: { toUserId: null },
  letter: { agreementId: null, replacesId: null, finalAt: 1 },
  measure: { replacesId: null, fromDay: null, lastDay: null },
  concernShare: { toldAt: null },
  // That somebody asked stays, without who and without a word of it.
  privacyRequest: {
    kind: 'access',
    receivedOn: '2026-11-01',
    ground: null,
    outcome: 'done',
    answeredAt: 1,
    userId: null,
  },
  aftercare: { withdrawn: null },
  restriction: { liftedAt: 1 },
};

/**
 * Puts a row in every table that hangs on a caller, however far, with an odd word in every column of text; answers those
 * words. A table that comes later is filled by itself.
 */
export function writeEverywhere(connection: Connection, callerId: number): string[] {
  const rowOf = new Map<string, number>([['caller', callerId]]);
  const words: string[] = [];
  const tables = tablesOf(connection);
  const word = (table: string, column: string) => {
    const made = `Kwibus${table}Zw${column}Ijl`;
    words.push(made);
    return made;
  };
  const contentOf = (table: string, column: Column, reached: ForeignKey | undefined) => {
    const given = asked[table]?.[column.name];
    if (given !== undefined) return given;
    if (reached) return reached.table === 'user' ? 1 : (rowOf.get(reached.table) ?? null);
    if (table === 'callerMerge' && column.name === 'record') {
      return JSON.stringify({ other: { displayName: word(table, column.name) } });
    }
    if (column.type === 'TEXT') return word(table, column.name);
    if (column.type === 'BLOB') return Buffer.from(word(table, column.name));
    return column.notnull === 1 ? 1 : null;
  };
  const dependsOn = (table: string) => keysOf(connection, table).filter((key) => key.table !== table);
  const reached = new Set(['caller']);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const table of tables) if (dependsOn(table).some((key) => reached.has(key.table))) reached.add(table);
  }
  const fill = (table: string) => {
    const keys = keysOf(connection, table);
    const columns = columnsOf(connection, table).map((column) => ({ ...column, type: column.type.toUpperCase() }));
    const filled = columns.filter(({ name, pk, type }) => !(name === 'id' && pk === 1 && type === 'INTEGER'));
    const values = filled.map((column) =>
      contentOf(
        table,
        column,
        keys.find(({ from }) => from === column.name),
      ),
    );
    const names = filled.map(({ name }) => `"${name}"`).join(', ');
    const places = filled.map(() => '?').join(', ');
    const { lastInsertRowid } = connection
      .prepare(`insert into "${table}" (${names}) values (${places})`)
      .run(...values);
    rowOf.set(table, Number(lastInsertRowid));
  };
  // A table waits for those that it hangs on, so that its row hangs on this caller in every way.
  for (let waiting = [...reached].filter((table) => table !== 'caller'); waiting.length > 0; ) {
    const ready = waiting.filter((table) => dependsOn(table).every((key) => !waiting.includes(key.table)));
    if (ready.length === 0) throw new Error(`these hang on each other: ${waiting.join(', ')}`);
    for (const table of ready) fill(table);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return words;
}
