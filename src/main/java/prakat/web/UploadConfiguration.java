package prakat.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import prakat.files.FileDirectory;

/** Where forms with files are kept while they are read. */
@Configuration
class UploadConfiguration {

    /** Where the directory is not there, its disk may not be mounted: nothing must be stored in its place. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noDirectoryIsMade() {
        return factory -> factory.addContextCustomizers(context -> context.setCreateUploadTargets(false));
    }

    /** On the disk of the files, and never in a temporary directory that is memory or too small. */
    @Bean
    MultipartConfigElement multipartConfig(MultipartProperties properties, FileDirectory directory) {
        properties.setLocation(directory.incoming().toString());
        return properties.createMultipartConfig();
    }
}
