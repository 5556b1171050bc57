package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nodes are replaced one after the other: while the first one of a release has migrated the database, the others still run the
 * release before. So a migration only adds. What is to go, goes with the release after the one that has stopped to use it.
 */
class MigrationsTest {

    /** Those before came when all nodes were stopped for a release. */
    private static final int FIRST = 24;

    private static final Pattern FILE = Pattern.compile("V(\\d+)[_\\d]*__\\w+\\.sql");

    /** What a node that does not know of it goes on working with. */
    private static final Pattern ADDS = Pattern.compile("create table .*|create( unique)? index .*"
            + "|alter table \\w+ add( column)?( if not exists)? (?!constraint|check|unique|primary|foreign).*"
            + "|alter table \\w+ alter column \\w+ set default .*"
            + "|create trigger \\w+_append_only .*|insert into .*|comment on .*"
            // Counts what it changes, too.
            + "|create( constraint)? trigger publication_changes .*|create function website_changed\\(\\) .*"
            + "|return null|end \\$\\$");

    /** Without a default, what an older node writes would be refused. */
    private static final Pattern NEEDS_A_VALUE = Pattern.compile("alter table (?!.* default ).* not null.*");

    @Test
    void aMigrationOnlyAdds() throws IOException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.filter(MigrationsTest::isRecent).toList()) {
                String sql = Files.readString(file).replaceAll("--[^\n]*", "");
                Stream.of(sql.split(";"))
                        .map(statement ->
                                statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                        .filter(statement -> !statement.isEmpty())
                        .forEach(statements::add);
            }
        }
        assertThat(statements).isNotEmpty().allMatch(MigrationsTest::isForOlderNodesToo);
    }

    @Test
    void whatAnOlderNodeWouldFailOverIsFound() {
        assertThat(List.of(
                        "drop table draft",
                        "alter table draft rename column saves to saved",
                        "alter table draft alter column saves set not null",
                        "alter table draft add column sort int not null",
                        "alter table draft add constraint few check (saves < 9)"))
                .noneMatch(MigrationsTest::isForOlderNodesToo);
        assertThat(isForOlderNodesToo("alter table draft add column sort int not null default 0"))
                .isTrue();
    }

    private static boolean isRecent(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        return name.matches() && Integer.parseInt(name.group(1)) >= FIRST;
    }

    private static boolean isForOlderNodesToo(String statement) {
        return ADDS.matcher(statement).matches()
                && !NEEDS_A_VALUE.matcher(statement).matches();
    }
}
