package prakat.request.screening;

import org.springframework.data.jpa.repository.JpaRepository;

interface FileScreeningRepository extends JpaRepository<FileScreening, String> {}
