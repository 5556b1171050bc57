-- The bytes of attachments are about to leave the database: see prakat.request.content.FilesLeaveDatabase.
drop trigger attachment_content_append_only;
