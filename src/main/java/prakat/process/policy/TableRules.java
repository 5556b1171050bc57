package prakat.process.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prakat.input.SetupException;
import prakat.process.policy.TableFile.Cell;
import prakat.process.policy.TableFile.Output;

/**
 * What the decision table of a policy must look like, so that each of its answers can be used.
 *
 * @param decision id of the decision
 * @param key what is looked up first: each row has one value of it
 * @param further what is looked up besides: a row has a value of it, or none for all; without any, no two rows have the same
 *     key, and with some the first row that fits counts
 * @param columns of answers
 * @param smaller a column whose number is at most that of {@code larger} in the same row; null for none
 * @param larger see {@code smaller}
 */
record TableRules(
        String decision, String key, List<String> further, List<Column> columns, String smaller, String larger) {

    private static final String CODE = "\"[a-z][a-z0-9-]{0,63}\"";

    /** What a cell holds. */
    enum Kind {
        NAME("string", "\"[^\"]*[^\"\\s][^\"]*\"", "a text in quotes"),
        ACTION("string", "\"(?:pass|note|warn|block)\"", "\"pass\", \"note\", \"warn\" or \"block\""),
        YES_NO("boolean", "true|false", "true or false"),
        FROM_0("integer", "0|[1-9][0-9]{0,4}", "a whole number from 0 to 99999"),
        FROM_1("integer", "[1-9][0-9]{0,4}", "a whole number from 1 to 99999");

        private final String type;
        private final String pattern;
        private final String words;

        Kind(String type, String pattern, String words) {
            this.type = type;
            this.pattern = pattern;
            this.words = words;
        }
    }

    /**
     * A column of answers.
     *
     * @param optional whether its cells may be empty, or the whole column be missing
     */
    record Column(String name, Kind kind, boolean optional) {

        private boolean takes(Cell cell) {
            return optional && cell.text().isEmpty() || cell.text().matches(kind.pattern);
        }
    }

    /**
     * Refuses a table that does not keep the rules.
     *
     * @param keys the keys that there are, in their quotes; empty where any code will do
     * @throws SetupException with the first mistake
     */
    void check(TableFile table, Set<String> keys) {
        Cell decided = table.decisions.isEmpty() ? new Cell("", 1) : table.decisions.get(0);
        table.ensure(
                table.decisions.size() == 1 && decided.text().equals(decision),
                decided.line(),
                "the file has one decision, and its id is " + decision);
        table.ensure(
                table.hitPolicies.size() == 1 && table.hitPolicies.get(0).text().equals(hitPolicy()),
                decided.line(),
                "the decision is one table, and its hit policy is " + hitPolicy());
        int line = table.hitPolicies.get(0).line();
        List<String> inputs = inputs();
        table.ensure(
                table.inputs.stream().map(Cell::text).toList().equals(inputs),
                line,
                inputs.size() == 1
                        ? "the table looks up one thing, " + key
                        : "the table looks up " + String.join(", ", inputs));
        checkOutputs(table, line);
        table.ensure(table.defaults.isEmpty(), line, "the table answers nothing for what has no row");
        table.ensure(!table.rows.isEmpty(), line, "the table has no rows");
        Set<String> seen = new HashSet<>();
        table.rows.forEach(row -> checkRow(table, row, keys, seen));
    }

    /** The keys of a table that keeps the rules, in their quotes. */
    Set<String> keys(TableFile table) {
        return table.rows.stream().map(row -> row.get(0).text()).collect(Collectors.toSet());
    }

    private String hitPolicy() {
        return further.isEmpty() ? "UNIQUE" : "FIRST";
    }

    /** What is looked up, in the order of the columns. */
    private List<String> inputs() {
        return Stream.concat(Stream.of(key), further.stream()).toList();
    }

    private void checkOutputs(TableFile table, int line) {
        Map<String, Column> missing = columns.stream().collect(Collectors.toMap(Column::name, column -> column));
        for (Output output : table.outputs) {
            Column column = missing.remove(output.name());
            table.ensure(
                    column != null,
                    output.line(),
                    "the column '" + output.name() + "' is unknown or there twice; the columns are "
                            + columns.stream().map(Column::name).collect(Collectors.joining(", ")));
            table.ensure(
                    column.kind.type.equals(output.type()),
                    output.line(),
                    "the type of the column " + column.name + " is " + column.kind.type);
        }
        missing.values()
                .forEach(column -> table.ensure(column.optional, line, "the column " + column.name + " is missing"));
    }

    private void checkRow(TableFile table, List<Cell> row, Set<String> keys, Set<String> seen) {
        Cell first = row.get(0);
        table.ensure(
                row.size() == table.inputs.size() + table.outputs.size(),
                first.line(),
                "the row has a cell for each column");
        table.ensure(
                keys.isEmpty() ? first.text().matches(CODE) : keys.contains(first.text()),
                first.line(),
                key + " is "
                        + (keys.isEmpty()
                                ? "small letters, digits and hyphens in quotes, such as \"news\""
                                : "one of " + keys.stream().sorted().collect(Collectors.joining(", ")))
                        + ", and not '" + first.text() + "'");
        List<Cell> besides = row.subList(1, table.inputs.size());
        besides.forEach(cell -> table.ensure(
                cell.text().isEmpty() || cell.text().matches(CODE),
                cell.line(),
                "what is looked up is empty or small letters, digits and hyphens in quotes, and not '" + cell.text()
                        + "'"));
        String looked =
                row.subList(0, table.inputs.size()).stream().map(Cell::text).collect(Collectors.joining(" "));
        table.ensure(seen.add(looked), first.line(), "the " + key + " " + looked.strip() + " has a row already");
        Map<String, Cell> answers = new HashMap<>();
        for (int i = 0; i < table.outputs.size(); i++) {
            answers.put(table.outputs.get(i).name(), row.get(i + table.inputs.size()));
        }
        for (Column column : columns) {
            Cell cell = answers.getOrDefault(column.name, new Cell("", first.line()));
            table.ensure(
                    column.takes(cell),
                    cell.line(),
                    column.name + " is " + column.kind.words + ", and not '" + cell.text() + "'");
        }
        if (smaller == null) {
            return;
        }
        Cell less = answers.get(smaller);
        Cell more = answers.get(larger);
        table.ensure(
                Integer.parseInt(less.text()) <= Integer.parseInt(more.text()),
                less.line(),
                smaller + " is " + less.text() + " and more than " + larger + ", which is " + more.text());
    }
}
