/** Configuration of the mail host of tests: everything on loopback, in one folder, nothing ever leaves the machine. */

export type MailHostPlan = {
  dir: string
  smtpPort: number
  imapPort: number
  /** Local mail: address or `@domain` → the mailbox's name. Other addresses of these domains are unknown users. */
  mailboxes: Record<string, string>
  domains: string[]
  /** Mail for a domain goes on by SMTP to a port of this machine. */
  onward: Record<string, number>
}

/** A map written into main.cf itself (postconf: inline). */
const inline = (map: Record<string, string>): string =>
  `inline:{ ${Object.entries(map)
    .map(([key, value]) => `{ ${key} = ${value} }`)
    .join(', ')} }`

/** nobody; the mailboxes' owner. */
const OWNER = 65_534

/**
 * Accepts what it is given and finds out afterwards, as an office's relay does: that makes bounces. It gives up after
 * some seconds what elsewhere waits for days.
 */
export const mainCf = ({ dir, mailboxes, domains, onward }: MailHostPlan): string => `
compatibility_level = 3.6
queue_directory = ${dir}/queue
data_directory = ${dir}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
shlib_directory = /usr/lib/postfix
meta_directory = /etc/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file_prefixes = ${dir}
maillog_file = ${dir}/mail.log
myhostname = mail.phieu.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = no
smtpd_client_connection_rate_limit = 0
smtp_dns_support_level = disabled
smtp_host_lookup = native
alias_maps =
recipient_delimiter = +
virtual_mailbox_domains = ${domains.join(' ')}
virtual_mailbox_base = ${dir}/mail
virtual_mailbox_maps = ${inline(Object.fromEntries(Object.entries(mailboxes).map(([to, name]) => [to, `${name}/`])))}
virtual_uid_maps = static:${OWNER}
virtual_gid_maps = static:${OWNER}
transport_maps = ${inline(Object.fromEntries(Object.entries(onward).map(([to, port]) => [to, `smtp:[127.0.0.1]:${port}`])))}
default_transport = error:5.4.4 no such domain
relay_transport = error:5.4.4 no such domain
maximal_queue_lifetime = 2s
bounce_queue_lifetime = 2s
delay_warning_time = 0
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 1s
`

const SERVICES = `
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`

export const masterCf = ({ smtpPort }: MailHostPlan): string =>
  `127.0.0.1:${smtpPort} inet n - n - - smtpd\n${SERVICES.trimStart()}`

/** Whose mailbox takes no keywords (IMAP's own \\Seen only), as some servers' do. */
export const NO_KEYWORDS = 'hep'
export const ACL = `INBOX user=${NO_KEYWORDS} lrsi\n`

/** Every account has the same password; mailboxes are Maildirs that Postfix fills. */
export const dovecotConf = ({ dir, imapPort }: MailHostPlan, password: string): string => `
base_dir = ${dir}/dovecot
state_dir = ${dir}/dovecot
instance_name = phieu-test
log_path = ${dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_username_format = %Ln
mail_location = maildir:${dir}/mail/%n
mail_plugins = acl
plugin {
  acl = vfile:${dir}/acl
}
first_valid_uid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${OWNER} gid=${OWNER} home=${dir}/mail/%n
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
namespace inbox {
  inbox = yes
}
`
