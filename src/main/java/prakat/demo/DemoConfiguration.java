package prakat.demo;

import java.time.Clock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.calendar.Holidays;
import prakat.files.FileDirectory;
import prakat.organisation.Organisation;
import prakat.organisation.office.Office;
import prakat.publication.Publishing;
import prakat.request.PublicationProcess;
import prakat.request.RequestCommands;
import prakat.request.content.DisclosureItems;
import prakat.request.query.ProcessView;
import prakat.request.screening.Screenings;

/** Only where requests for trying out are asked for; everywhere else the program has the machine's clock. */
@Configuration
@Profile("demo")
@ConditionalOnProperty("prakat.demo.requests")
class DemoConfiguration {

    @Bean
    @Primary
    DemoClock demoClock(@Qualifier("clock") Clock real) {
        return new DemoClock(real);
    }

    @Bean
    DemoRequests demoRequests(
            DemoSettings settings,
            DemoClock clock,
            ManagementService jobs,
            JobExecutor executor,
            Organisation organisation,
            Holidays holidays,
            Office office,
            RequestCommands commands,
            Publishing publishing,
            PublicationProcess process,
            ProcessView view,
            Screenings screenings,
            FileDirectory directory,
            DisclosureItems disclosure,
            JdbcClient jdbc,
            LoggingSystem logging) {
        EngineTimers timers = new EngineTimers(jobs, executor);
        Topics topics = Topics.read();
        Story.Office tools = new Story.Office(
                new Agenda(clock, timers),
                new Colleagues(organisation, holidays.workingDays()),
                commands,
                publishing,
                process,
                screenings,
                new Documents(directory, topics),
                disclosure,
                clock,
                office.zone());
        return new DemoRequests(settings.requests(), topics, tools, clock, timers, view, jdbc, logging);
    }
}
