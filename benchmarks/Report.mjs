/** What a benchmark found: figures to be read by programs, tables to be read by people, and which goals were met. */
export class Report {
  #figures = [];
  #goals = [];
  #checked = 0;
  #wrong = 0;

  /** Prints a table: rows of texts, the first one the heading. */
  table(title, rows) {
    const widths = rows[0].map((_, at) =>
      Math.max(...rows.map(row => String(row[at] ?? '').length)),
    );
    const line = row =>
      row
        .map((cell, at) =>
          at === 0
            ? String(cell ?? '').padEnd(widths[at])
            : String(cell ?? '').padStart(widths[at]),
        )
        .join('  ');
    console.log(`\n${title}\n`);
    console.log(line(rows[0]));
    console.log(widths.map(width => '-'.repeat(width)).join('  '));
    rows.slice(1).forEach(row => console.log(line(row)));
  }

  note(text) {
    console.log(text);
  }

  /** Something measured: `{ row, what, … }`. */
  figure(figure) {
    this.#figures.push(figure);
  }

  /** Decisions that were held against the reference. */
  decisions({ checked, wrong }) {
    this.#checked += checked;
    this.#wrong += wrong;
  }

  /**
   * Something that was to be reached.
   *
   * @param isBinding - the run fails without it; the others are only told
   */
  goal({ row, what, value, atMost, atLeast, isBinding = true, unit = 'x' }) {
    const isMet = atMost === undefined ? value >= atLeast : value <= atMost;
    this.#goals.push({
      row,
      what,
      value,
      atMost,
      atLeast,
      unit,
      isBinding,
      isMet,
    });
  }

  /** @returns whether everything that must be is as it must be */
  close() {
    this.table('Goals', [
      ['row', 'what', 'measured', 'goal', ''],
      ...this.#goals.map(goal => [
        String(goal.row),
        goal.what,
        `${round(goal.value)} ${goal.unit}`,
        goal.atMost === undefined
          ? `>= ${goal.atLeast} ${goal.unit}`
          : `<= ${goal.atMost} ${goal.unit}`,
        verdict(goal),
      ]),
    ]);
    const failed = this.#goals.filter(goal => goal.isBinding && !goal.isMet);
    console.log(
      `\n${this.#checked} decisions checked against the reference, ${
        this.#wrong
      } wrong; ${failed.length} binding goals missed`,
    );
    return this.#wrong === 0 && failed.length === 0;
  }

  toJSON() {
    return {
      decisions: { checked: this.#checked, wrong: this.#wrong },
      goals: this.#goals,
      figures: this.#figures,
    };
  }
}

function verdict({ isMet, isBinding }) {
  if (isMet) return 'met';
  return isBinding ? 'MISSED' : 'missed (not binding)';
}

/** Three digits that say something. */
export function round(number) {
  if (number === undefined || number === null || Number.isNaN(number))
    return '';
  if (Math.abs(number) >= 1000) return Math.round(number).toLocaleString('en');
  return String(Number(number.toPrecision(3)));
}
