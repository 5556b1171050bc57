package prakat.request;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface RequestRepository
        extends JpaRepository<PublicationRequest, String>, JpaSpecificationExecutor<PublicationRequest> {}
