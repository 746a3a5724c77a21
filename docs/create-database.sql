-- Prepares a PostgreSQL (16 to 18) for Phiếu: docker-compose.yml runs it on an empty volume; by hand, as a superuser:
--   DATABASE_PASSWORD=… psql --set ON_ERROR_STOP=1 --dbname postgres --file docs/create-database.sql
-- Phiếu signs in as `phieu`, an ordinary role that owns its database and nothing else. `phieu_answer` is the role of the
-- answer side, for which PostgreSQL refuses the tables with names; made here, Phiếu needs no right to create roles.
\getenv password DATABASE_PASSWORD
CREATE ROLE phieu LOGIN PASSWORD :'password';
CREATE ROLE phieu_answer NOLOGIN;
GRANT phieu_answer TO phieu;
CREATE DATABASE phieu OWNER phieu TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'vi';
REVOKE ALL ON DATABASE phieu FROM PUBLIC;
