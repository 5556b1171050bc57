package prakat.process.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.PostOffice;
import prakat.ProgramTest;

/** Mails that an earlier version had the engine deliver are delivered after the update, and once. */
@Tag("database")
class FormerDeliveriesTest extends ProgramTest {

    /** The process as it was. */
    private static final Path FORMER = Path.of("src/test/resources/processes/notification.bpmn");

    @Autowired
    private FormerDeliveries formerDeliveries;

    @Autowired
    private RepositoryService repositoryService;

    private final GreenMail postOffice = PostOffice.open();

    @Test
    void whatTheEngineWasToDeliverIsDeliveredByTheOutbox() throws Exception {
        jdbc.sql("delete from scheduled_tasks").update();
        String sent = newestMessage(submit("finance-staff"));
        postOffice.stop();
        String waiting = newestMessage(submit("finance-staff"));
        jdbc.sql("delete from delivery_tasks").update();
        PostOffice.open().purgeEmailFromAllMailboxes();
        deliverByTheEngine(sent);
        deliverByTheEngine(waiting);

        formerDeliveries.takeOver();
        formerDeliveries.takeOver();
        runDue();

        assertThat(postOffice.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<" + waiting + "@example.org>");
        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("notification")
                        .count())
                .isZero();
        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("notification")
                        .count())
                .isZero();
    }

    /** The id of the only message about a request. */
    private String newestMessage(String request) {
        runDue();
        return jdbc.sql("select id from message where number = ?")
                .param(number(request))
                .query(String.class)
                .single();
    }

    private void deliverByTheEngine(String message) throws IOException {
        if (repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("notification")
                        .count()
                == 0) {
            repositoryService
                    .createDeployment()
                    .addString("processes/notification.bpmn", Files.readString(FORMER))
                    .deploy();
        }
        runtimeService.startProcessInstanceByKey("notification", Map.of("message", message));
    }
}
