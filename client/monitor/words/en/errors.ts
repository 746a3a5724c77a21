/** English words of refusals of the server (server/errors.ts), by their code and, where it has several, by its reason. */
import type { Catalogue } from '../t.ts'

export const errors: Catalogue = {
  'error:network': 'The server cannot be reached. Check the network and try again.',
  'error:unreadable': 'The server’s answer was not as expected. Wait a minute and try again.',
  'error:invalid-request': 'The request is not right. Look at the entries pointed out and send it again.',
  'error:not-found': 'This was not found. Check the address.',
  'error:too-large': 'What was sent is too large. Divide it and send it again.',
  'error:too-many-requests': 'Too many attempts. Wait a minute and try again.',
  'error:unavailable': 'The system is busy or starting. Try again in a few minutes.',
  'error:internal-error':
    'The system ran into trouble and has noted it. Try again; if it stays so, tell the administrator with the request’s code.',
  'error:wrong-credentials':
    'The e-mail address or password is wrong. After five wrong attempts in a row the account is locked for 15 minutes; then wait, or ask an administrator to unlock it.',
  'error:code-required': 'Enter the 6-digit code from the authenticator app.',
  'error:second-factor-required': 'An administrator’s account must have two-step sign-in before signing in.',
  'error:second-factor-exists': 'This account already has two-step sign-in.',
  'error:account-exists': 'There is already an account with this address. Look for it in the list of accounts.',
  'error:account-unknown': 'There is no such account. Reload the list.',
  'error:account-disabled': 'This account is disabled, so its password cannot be reset. Enable it first.',
  'error:own-account': 'This cannot be done to your own account. Ask another administrator.',
  'error:invitation-ended':
    'This invitation link was used, replaced or has expired. Ask the administrator to send it again.',
  'error:mail-not-configured':
    'The system is not connected to a mail server, so the invitation cannot be sent. Set SMTP_URL and restart.',
  'error:unit-unknown': 'No campaign has this unit. Choose one from the list.',
  'error:password-wrong':
    'The present password is wrong. After five wrong attempts in a row the account is locked for 15 minutes.',
  'error:password-weak': 'This password will not do. Choose another one.',
  'error:password-weak:short':
    'A password needs at least 12 characters. A few words joined into a sentence are easiest to remember.',
  'error:password-weak:address': 'The password must not be your own address. Choose another one.',
  'error:password-weak:common':
    'This password is too easy to guess. Choose another one, for example a few words joined into a sentence.',
  'error:password-same': 'The new password is the same as the old one. Choose another one.',
  'error:code-wrong': 'The code is wrong. Wait for the app to show a new one and enter that.',
  'error:ticket-ended': 'More than 15 minutes have passed, so this QR code no longer works. Start again.',
  'error:second-factor-missing': 'Turn on two-step sign-in first, then make recovery codes.',
  'error:session-unknown': 'This session has ended. Reload the list.',
  'error:client-unknown': 'There is no such program. Reload the list.',
  'error:webhook-unknown': 'There is no such webhook. Reload the list.',
  'error:sign-in-required': 'Your session has ended. Please sign in again.',
  'error:csrf-invalid': 'The session does not match. Reload the page and try again.',
  'error:forbidden': 'Your account may not do this.',
  'error:wrong-client': 'The program’s code or secret is wrong. Check its configuration.',
  'error:token-invalid': 'The access token is wrong or has expired. Get a new one and call again.',
  'error:definition-unknown': 'There is no survey definition with this code.',
  'error:definition-invalid': 'The survey definition does not add up. Correct the entries pointed out.',
  'error:campaign-unknown': 'There is no campaign with this code.',
  'error:campaign-exists': 'There is already a campaign with this code. Choose another one.',
  'error:campaign-not-draft': 'The campaign is open; its roster and content can no longer be changed.',
  'error:campaign-not-open': 'The campaign is not open yet.',
  'error:campaign-not-closed': 'The campaign is not closed. Close it before you finalize the results.',
  'error:campaign-paused': 'The campaign’s intake is paused. Responses are kept and sent later by themselves.',
  'error:campaign-closed': 'The campaign is over and takes no more responses.',
  'error:campaign-busy': 'Something else is being done with this campaign. Wait until it is finished and try again.',
  'error:closes-at-past': 'The deadline must be after this moment.',
  'error:closes-at-not-later':
    'The new deadline must be after the present one. Look at it again: somebody may just have extended it.',
  'error:sending-hours-any': 'The sending hours cannot be lifted on a real system.',
  'error:minimum-cell-low': 'The least number of responses to publish cannot be below 3.',
  'error:roster-empty': 'Nobody is on the roster yet. Import it before you open.',
  'error:unit-too-small':
    'A unit has too few people invited to keep them anonymous. Add people, or take the unit off the roster.',
  'error:file-missing': 'No file was sent.',
  'error:file-unreadable': 'The file cannot be read. Save it as .xlsx or .csv (UTF-8) and try again.',
  'error:header-missing': 'No heading row with the required columns was found.',
  'error:several-rosters': 'Several sheets of the file are rosters. Join them into one, or delete the others.',
  'error:roster-rejected':
    'Some rows are not right, so nothing was imported. Correct them and upload again, or choose to import only the correct rows.',
  'error:person-invalid': 'Some entries are not right, so nothing was written. Correct those pointed out.',
  'error:wave-exists': 'This wave was created already and is not sent again.',
  'error:wave-order': 'Send the invitations before a reminder.',
  'error:wave-unknown': 'There is no such wave.',
  'error:wave-unit-unknown':
    'This campaign does not have the chosen unit, so nothing was sent. Reload the page and choose again.',
  'error:wave-units-invitation': 'Invitations go to all units at once. Only a reminder can be for some units.',
  'error:wave-begun':
    'A wave has just begun and can no longer be changed or removed; the plan is as it was. Reload and go on, or stop that wave.',
  'error:plan-changed':
    'Somebody else has just changed the plan, or a wave has begun; nothing was written. Reload and go on.',
  'error:plan-invalid': 'The plan is not right yet. Correct the entries pointed out.',
  'error:wave-state': 'The wave is not in a state for this. Reload the page.',
  'error:wave-too-soon': 'A wave over the same channel went out less than 10 minutes ago. Wait and try again.',
  'error:template-invalid': 'The letter cannot be used yet. Correct the entries pointed out.',
  'error:release-unconfirmed': 'Not confirmed. Type the words exactly if this is the only system that may send.',
  'error:person-unknown': 'There is no such person on the campaign’s roster.',
  'error:person-not-sendable': 'Nothing can be sent to this person now.',
  'error:person-not-sendable:answered': 'This person has answered everything, so nothing needs to be sent.',
  'error:person-not-sendable:opted-out':
    'This person asked for no more messages, so nothing is sent. Give the link only if they ask for it.',
  'error:person-not-sendable:no-address':
    'This person has no e-mail address or telephone number for that channel. Add one and send, or hand over the link.',
  'error:person-not-sendable:address-failed':
    'That channel does not reach this address or number. Choose another channel, or correct it and send.',
  'error:person-not-sendable:waiting':
    'A message for this person is already waiting to be sent over that channel. No other is needed.',
  'error:person-not-sendable:unknown':
    'It is not known whether a message went out. Settle it first in the list “Not known whether it arrived”.',
  'error:person-not-sendable:sent':
    'The message over that channel went out already. To remind again, create a reminder or hand over the link.',
  'error:person-not-sendable:limit':
    'This person has had all the messages that one person may get. Hand over the link.',
  'error:person-not-sendable:no-wave': 'No wave is under way to send with. Create a wave first.',
  'error:person-not-sendable:channel':
    'This channel is not configured on the system. Choose another one or call the system administrator.',
  'error:contact-invalid': 'The address is not right, so nothing was written. Correct the entry pointed out.',
  'error:sheet-too-large': 'Too many sheets to print at once. Print unit by unit.',
  'error:credential-issued': 'This person has answered everything and needs no link any more.',
  'error:zalo-not-configured': 'Zalo is not configured on this system. Set the ZALO_… variables and restart.',
  'error:zalo-token-refused':
    'Zalo does not accept this code. Sign in to the application on Zalo’s page again, get a new code and paste it at once: each works only once.',
  'error:delivery-settled': 'This message has a result already, or somebody else has dealt with it. Reload the list.',
  'error:webhook-signature-invalid': 'The signature is not valid.',
  'error:link-unknown': 'This link is wrong or was replaced. Open the newest message again.',
  'error:invitation-unknown': 'This link does not have the chosen questionnaire.',
  'error:consent-outdated': 'The notice about personal data has changed. Reload the page to read the new one.',
  'error:blinded-invalid': 'The device did not send the right data. Reload the page and try again.',
  'error:stratum-unknown': 'There is no such response box.',
  'error:signature-invalid': 'The credential is not valid. Reload the page and send again.',
  'error:response-exists': 'This credential was used for another response.',
  'error:answers-invalid': 'Some questions are not answered properly. Look at those pointed out.',
  'error:responses-unreadable':
    'A response in the box cannot be opened: SECRET_KEY is not the key in use when it came in. Restore the right key and try again.',
  'error:receipts-not-public': 'The list of receipts is published when the campaign is over.',
  'error:not-a-spreadsheet':
    'This file is not an Excel spreadsheet, or is damaged. Download the template and fill it in.',
  'error:campaign-not-final': 'The campaign’s results are not final. Finalize them first, then do this again.',
  'error:result-unknown': 'There is no final result with this checksum. Check the code.',
  'error:index-not-configured': 'This campaign’s definition has no Index, so this cannot be done.',
  'error:index-frozen': 'This campaign’s Index is final and takes no more points or results of the year before.',
  'error:scores-frozen':
    'This campaign’s survey results are final and this source has points, so no other version is accepted. Units that have points must keep them as they were when finalized.',
  'error:second-appraisal-exists': 'There is a second round of appraisal; make changes there.',
  'error:points-kind-invalid':
    'This campaign does not have this kind of points, source or round of appraisal. Choose again.',
  'error:points-invalid':
    'The table of points has mistakes, so nothing was imported. Correct the cells pointed out and upload again.',
  'error:points-changed':
    'Somebody else has just imported a new version of this table; nothing was written. Reload, look at it, and import again if needed.',
  'error:points-unknown': 'There is no such version of points in this campaign.',
  'error:reason-missing': 'Enter the reason (at least 3 characters) before you import.',
  'error:past-invalid':
    'The results of the year before have mistakes, so nothing was imported. Correct the cells pointed out and upload again.',
  'error:field-unknown': 'The report has no such part. Reload the page.',
  'error:field-invalid': 'This part is not right yet, so it was not saved. Correct what is pointed out.',
  'error:field-changed':
    'Somebody else has just edited this part; yours was not saved. Look at the new version, then go on.',
  'error:index-incomplete':
    'The Index cannot be finalized: appraisal points or points of other sources are missing. Import them for the units pointed out, then finalize.',
  'error:scope-missing': 'This program may not do that. An administrator grants rights when registering a program.',
  'error:index-not-frozen': 'This campaign’s Index is not final, so it cannot be published. Finalize it first.',
  'error:choices-contradict': 'What is chosen to publish does not go together. Look at the entries pointed out.',
  'error:publish-unconfirmed': 'Type the word exactly to confirm.',
  'error:withdraw-unconfirmed': 'Type the word exactly to confirm.',
  'error:not-published': 'These results are not published now, so there is nothing to withdraw.',
  'error:past-campaign-unsuitable': 'No campaign with this code has a final Index of just the year before.',
  'error:sample-empty': 'Nobody was drawn. Look at the list and at the way of finding the sample size.',
  'error:sample-unknown': 'This campaign does not have that draw. Reload the page.',
  'error:roster-not-empty':
    'The roster already has people, so nothing was drawn. Choose to clear the present roster or to add to it.',
  'error:request-unknown': 'There is no such request in this campaign.',
  'error:request-closed': 'This request was settled already. Reload the page to see how.',
  'error:request-kind': 'This does not fit the kind of request noted. Note a new request.',
  'error:request-without-person':
    'This request is not tied to anyone on the roster. Note a new one and choose the right person, or close it with an explanation.',
  'error:received-later': 'The day the request was received is still to come. Enter the day it was received.',
  'error:erase-unconfirmed': 'Not confirmed. Type the word exactly.',
  'error:purge-unconfirmed': 'Not confirmed. Type the campaign’s code exactly.',
  'error:purge-nothing-due': 'Nothing is due to be erased yet. Look at the due day of each rule.',
  'error:definition-source': 'Choose one of the two: a ready definition, or an earlier campaign to copy.',
  'error:definition-changed':
    'Somebody else has just saved a new version; your changes were not written. Look at the new version, then save again.',
  'error:unit-in-use':
    'A unit or group has people on the roster, so it cannot be removed and its code cannot be changed. Change the roster first.',
  'error:version-unknown': 'This campaign does not have this version. Reload the page.',
  'error:block-unknown': 'This campaign does not have this block or group. Reload the page.',
  'error:questions-invalid':
    'The table of questions has mistakes, so nothing was written. Correct the cells pointed out and upload again.',
}
