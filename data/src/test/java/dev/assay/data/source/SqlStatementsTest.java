package dev.assay.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlStatementsTest {

  @Test
  void semicolons_in_quotes_dollars_and_comments_end_no_statement() {
    String script =
        """
        -- one; two
        SELECT ';', "a;b" /* c; d */ FROM t;

        SELECT $$ ; $$, $tag$ ; $tag$, 'it''s; so';
        ;
        FROM t -- the end;
        """;
    assertThat(SqlStatements.of(script))
        .extracting(SqlStatements.Statement::line)
        .containsExactly(2, 4, 6);
    assertThat(SqlStatements.of(script).getFirst().sql())
        .isEqualTo("SELECT ';', \"a;b\" /* c; d */ FROM t");
  }
}
