/**
 * Who gets what. One line for each route, method and thing that it is about; "own" and "other" are the reporter's.
 * `ok` a page, `in` to sign-in, `go` somewhere else, otherwise the status. After a second bar stands what is posted.
 * What somebody may not see is 404; what they see and may not do is 403.
 */
export const table = `
                                                                                       | nobody reporter colleague elsewhere lead officer supervisor spocBE spocCOV forceSpoc areaLead custodian mdsLead contributor administrator auditor


# Anyone
GET  /                                                                    -            | in     go       go        go        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /                                                                    -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /theme.css                                                           -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /theme.css                                                           -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /health/live                                                         -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /health/live                                                         -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /health/ready                                                        -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /health/ready                                                        -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /health/urgent                                                       -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /health/urgent                                                       -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /*                                                                   -            | 404    404      404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /*                                                                   -            | 404    404      404       404       404  404     404        404    404     404       404      404       404     404         404           404

# Identity
GET  /sign-in                                                             -            | ok     go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
POST /sign-in                                                             -            | 422    go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
GET  /sign-in/kept                                                        -            | in     in       in        in        in   in      in         in     in      in        in       in        in      in          in            in
POST /sign-in/kept                                                        -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
GET  /sign-out                                                            -            | in     go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
POST /sign-out                                                            -            | in     in       in        in        in   in      in         in     in      in        in       in        in      in          in            in
GET  /invitation/:token                                                   invitation   | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /invitation/:token                                                   invitation   | 422    422      422       422       422  422     422        422    422     422       422      422       422     422         422           422

# A partner's reports: their writer's alone
GET  /reports                                                             -            | in     ok       ok        ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports                                                             -            | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/new                                                         -            | in     go       go        go        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/new                                                         -            | in     go       go        go        404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId                                             own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId                                             own draft    | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId                                             other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId                                             other draft  | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/pages/:pageId                               own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/pages/:pageId                               own draft    | in     422      404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/pages/:pageId                               other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/pages/:pageId                               other draft  | in     404      404       422       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/lists/:sectionId                            own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/lists/:sectionId                            own draft    | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/lists/:sectionId                            other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/lists/:sectionId                            other draft  | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/lists/:sectionId/new                        own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/lists/:sectionId/new                        own draft    | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/lists/:sectionId/new                        other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/lists/:sectionId/new                        other draft  | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/lists/:sectionId/:itemId                    own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/lists/:sectionId/:itemId                    own draft    | in     422      404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/lists/:sectionId/:itemId                    other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/lists/:sectionId/:itemId                    other draft  | in     404      404       422       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/lists/:sectionId/:itemId/remove             own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/lists/:sectionId/:itemId/remove             own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/lists/:sectionId/:itemId/remove             other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/lists/:sectionId/:itemId/remove             other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/files                                       own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/files                                       own draft    | in     400      404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/files                                       other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/files                                       other draft  | in     404      404       400       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/files/:fileId/remove                        own file     | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/files/:fileId/remove                        own file     | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/files/:fileId/remove                        other file   | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/files/:fileId/remove                        other file   | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/check                                       own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/check                                       own draft    | in     422      404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/check                                       other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/check                                       other draft  | in     404      404       422       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/delete                                      own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/delete                                      own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/drafts/:draftId/delete                                      other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/drafts/:draftId/delete                                      other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/:submissionId                                               own report   | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/:submissionId                                               own report   | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/:submissionId                                               other report | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/:submissionId                                               other report | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/:submissionId/sent                                          own report   | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/:submissionId/sent                                          own report   | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/:submissionId/sent                                          other report | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/:submissionId/sent                                          other report | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/:submissionId/reply                                         own report   | in     409      404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/:submissionId/reply                                         own report   | in     409      404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/:submissionId/reply                                         other report | in     404      404       409       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/:submissionId/reply                                         other report | in     404      404       409       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/:submissionId/withdraw                                      own report   | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/:submissionId/withdraw                                      own report   | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  /reports/:submissionId/withdraw                                      other report | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST /reports/:submissionId/withdraw                                      other report | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404

# Reporting and the delivery plan
GET  /reporting                                                           -            | in     404      404       404       404  404     ok         404    404     404       404      404       ok      404         404           404
POST /reporting                                                           -            | in     404      404       404       404  404     405        404    404     404       404      404       405     404         404           404
GET  /plan                                                                -            | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          ok            404
POST /plan                                                                -            | in     404      404       404       404  405     405        405    405     405       405      404       405     405         405           404
GET  /plan/:code                                                          plan item    | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          ok            404
POST /plan/:code                                                          plan item    | in     404      404       404       404  403     403        403    403     403       403      404       422     422         403           404 | entry=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d11

# Administration
GET  /administration/organisations                                        -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST /administration/organisations                                        -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         405           404
GET  /administration/organisations/new                                    -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST /administration/organisations/new                                    -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  /administration/accounts                                             -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST /administration/accounts                                             -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         405           404
GET  /administration/accounts/new                                         -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST /administration/accounts/new                                         -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  /administration/accounts/:accountId                                  account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST /administration/accounts/:accountId                                  account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  /reporting/events/:eventId                                           event        | in     404      404       404       404  404     ok         404    404     404       404      404       ok      404         404           404
POST /reporting/events/:eventId                                           event        | in     404      404       404       404  404     405        404    404     404       404      404       405     404         404           404
GET  /reporting/published                                                 -            | in     404      404       404       404  404     ok         ok     ok      ok        ok       404       ok      ok          404           404
POST /reporting/published                                                 -            | in     404      404       404       404  404     405        405    405     405       405      404       405     405         404           404

# A lead's organisation
GET  /organisation                                                        -            | in     404      404       404       ok   404     404        404    404     404       404      404       404     404         404           404
POST /organisation                                                        -            | in     404      404       404       405  404     404        404    404     404       404      404       404     404         404           404
GET  /organisation/invite                                                 -            | in     404      404       404       ok   404     404        404    404     404       404      404       404     404         404           404
POST /organisation/invite                                                 -            | in     404      404       404       422  404     404        404    404     404       404      404       404     404         404           404

# Audit
GET  /audit                                                               -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           ok
POST /audit                                                               -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           405

# Information, and the mail of the demonstration
GET  /help                                                                -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /help                                                                -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /privacy                                                             -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /privacy                                                             -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /cookies                                                             -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /cookies                                                             -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /accessibility                                                       -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /accessibility                                                       -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /demonstration/mail                                                  -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /demonstration/mail                                                  -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  /demonstration/mail/:id                                              captured mail| ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST /demonstration/mail/:id                                              captured mail| 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405

# Triage: queues
GET  /queues                                                              -            | in     404      404       404       404  go      go         go     go      go        go       404       404     404         404           404
POST /queues                                                              -            | in     404      404       404       404  405     405        405    405     405       405      404       404     404         404           404
GET  /queues/urgent                                                       -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404     404         404           404
POST /queues/urgent                                                       -            | in     404      404       404       404  405     405        405    405     405       404      404       404     404         404           404
GET  /queues/:queueCode                                                   FIB queue    | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /queues/:queueCode                                                   FIB queue    | in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404
GET  /queues/:queueCode                                                   BE queue     | in     404      404       404       404  404     404        ok     404     404       ok       404       404     404         404           404
POST /queues/:queueCode                                                   BE queue     | in     404      404       404       404  404     404        ok     404     404       403      404       404     404         404           404
GET  /queues/:queueCode                                                   force SPOC queue| in     404      404       404       404  404     404        404    404     ok        404      404       404     404         404           404
POST /queues/:queueCode                                                   force SPOC queue| in     404      404       404       404  404     404        404    404     ok        404      404       404     404         404           404

# Triage: a submission. FIB's own; one of Birmingham East; a restricted one; a High one
GET  /submissions/:submissionId                                           FIB report   | in     404      404       404       404  ok      ok         404    404     404       ok       404       404     404         404           404
POST /submissions/:submissionId                                           FIB report   | in     404      404       404       404  405     405        405    405     405       405      404       405     404         404           404
GET  /submissions/:submissionId                                           BE report    | in     404      404       404       404  ok      ok         ok     404     404       ok       404       404     404         404           404
GET  /submissions/:submissionId                                           restricted report| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
GET  /submissions/:submissionId                                           High report  | in     404      404       404       404  ok      ok         ok     404     404       ok       404       ok      404         404           404
GET  /submissions/:submissionId/actions/:action                           FIB report   | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /submissions/:submissionId/actions/:action                           FIB report   | in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404
GET  /submissions/:submissionId/actions/:action                           BE report    | in     404      404       404       404  403     403        ok     404     404       404      404       404     404         404           404
POST /submissions/:submissionId/actions/:action                           BE report    | in     404      404       404       404  403     403        go     404     404       404      404       404     404         404           404
GET  /submissions/:submissionId/actions/:action                           restricted report| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /submissions/:submissionId/actions/:action                           restricted report| in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404
GET  /submissions/:submissionId/actions/:action                           High report  | in     404      404       404       404  ok      ok         403    404     404       404      404       404     404         404           404
POST /submissions/:submissionId/actions/:action                           High report  | in     404      404       404       404  go      go         403    404     404       404      404       404     404         404           404
GET  /submissions/:submissionId/actions/:action                           claimed report| in     404      404       404       404  ok      409        404    404     404       404      404       404     404         404           404
POST /submissions/:submissionId/actions/:action                           claimed report| in     404      404       404       404  422     409        404    404     404       404      404       404     404         404           404
GET  /submissions/:submissionId/items/new                                 claimed report| in     404      404       404       404  ok      403        404    404     404       404      404       404     404         404           404
POST /submissions/:submissionId/items/new                                 claimed report| in     404      404       404       404  go      409        404    404     404       404      404       404     404         404           404 | title=Van
GET  /submissions/:submissionId/plan-links                                claimed report| in     404      404       404       404  ok      ok         404    404     404       403      404       ok      404         404           404
POST /submissions/:submissionId/plan-links                                claimed report| in     404      404       404       404  422     422        404    404     404       403      404       422     404         404           404
GET  /submissions/:submissionId/plan-links                                restricted report| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404

# Files of submissions: for whoever may read the original text; the original of a picture for FIB
GET  /attachments/:attachmentId                                           FIB file     | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /attachments/:attachmentId                                           FIB file     | in     404      404       404       404  405     405        405    405     405       404      404       404     404         404           404
GET  /attachments/:attachmentId                                           BE file      | in     404      404       404       404  404     404        ok     404     404       404      404       404     404         404           404
GET  /attachments/:attachmentId                                           restricted file| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
GET  /attachments/:attachmentId/original                                  FIB file     | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /attachments/:attachmentId/original                                  FIB file     | in     404      404       404       404  405     405        405    405     405       404      404       404     404         404           404
GET  /attachments/:attachmentId/original                                  BE file      | in     404      404       404       404  404     404        403    404     404       404      404       404     404         404           404
GET  /attachments/:attachmentId/original                                  restricted file| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404

# Triage: an item of a submission that the FIB officer holds, and one sent to Birmingham East
GET  /items/:itemId                                                       item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /items/:itemId                                                       item         | in     404      404       404       404  422     422        404    404     404       404      404       404     404         404           404
GET  /items/:itemId/sanitise                                              item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /items/:itemId/sanitise                                              item         | in     404      404       404       404  go      409        404    404     404       404      404       404     404         404           404 | text=A+white+van+collects+workers.
GET  /items/:itemId/approve                                               item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /items/:itemId/approve                                               item         | in     404      404       404       404  403     409        404    404     404       404      404       404     404         404           404
GET  /items/:itemId/disseminate                                           item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST /items/:itemId/disseminate                                           item         | in     404      404       404       404  409     409        404    404     404       404      404       404     404         404           404
GET  /disseminations/:disseminationId                                     dissemination| in     404      404       404       404  ok      ok         ok     404     404       404      404       404     404         404           404
POST /disseminations/:disseminationId                                     dissemination| in     404      404       404       404  403     403        go     404     404       404      404       404     404         404           404
GET  /items/:itemId                                                       dissemination| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
`;
