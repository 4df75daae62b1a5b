/**
 * Who gets what. One line for each route by its file, method and thing that it is about; "own" and "other" are the reporter's.
 * `ok` a page, `in` to sign-in, `go` somewhere else, otherwise the status. After a second bar stands what is posted.
 * What somebody may not see is 404; what they see and may not do is 403.
 */
export const table = `
                                                                                       | nobody reporter colleague elsewhere lead officer supervisor spocBE spocCOV forceSpoc areaLead custodian mdsLead contributor administrator auditor


# Anyone
GET  home                                                                 -            | in     go       go        go        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST home                                                                 -            | in     405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  theme                                                                -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST theme                                                                -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  health/live                                                          -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST health/live                                                          -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  health/ready                                                         -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST health/ready                                                         -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  health/urgent                                                        -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST health/urgent                                                        -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  not-found                                                            -            | 404    404      404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST not-found                                                            -            | 404    404      404       404       404  404     404        404    404     404       404      404       404     404         404           404

# Identity
GET  identity/sign-in                                                     -            | ok     go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
POST identity/sign-in                                                     -            | 422    go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
GET  identity/kept-form                                                   -            | in     in       in        in        in   in      in         in     in      in        in       in        in      in          in            in
POST identity/kept-form                                                   -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
GET  identity/stay-signed-in                                              -            | in     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST identity/stay-signed-in                                              -            | in     go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
GET  identity/confirm                                                     -            | in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/confirm                                                     -            | in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/confirm                                                     -            | in  go  go  go  go  go  go  go  go  go  go  go  go  go  go  go | kept-step=password&password=wrong
GET  identity/account                                                     -            | in   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST identity/account                                                     -            | in   422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
POST identity/account                                                     -            | in   go   go   go   go   go   go   go   go   go   go   go   go   go   go   go | contactTelephone=01632+960001&contactSafeTimes=&contactAnotherWay=
GET  identity/change-password                                             -            | in   ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/change-password                                             -            | in   422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
GET  identity/sessions                                                    -            | in   ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/sessions                                                    -            | in   422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
POST identity/sessions                                                    -            | in   404  404  404  404  404  404  404  404  404  404  404  404  404  404  404 | session=all
POST identity/sessions                                                    -            | in   go  go  go  go  go  go  go  go  go  go  go  go  go  go  go | session=00000000-0000-4000-8000-000000000000
GET  identity/factors                                                     -            | in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/factors                                                     -            | in  422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
POST identity/factors                                                     -            | in  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404 | factor=00000000-0000-4000-8000-000000000000
GET  identity/factor-passkey                                              -            | in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/factor-passkey                                              -            | in  422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
GET  identity/factor-app                                                  -            | in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/factor-app                                                  -            | in  422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
GET  identity/recovery-codes                                              -            | in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/recovery-codes                                              -            | in  422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
GET  identity/danger-report                                               -            | in  go  go  go  404  404  404  404  404  404  404  404  404  404  404  404
POST identity/danger-report                                               -            | in  422 422 422 404  404  404  404  404  404  404  404  404  404  404  404
GET  identity/suspended                                                   -            | in  go  go  go  go  go  go  go  go  go  go  go  go  go  go  go
POST identity/suspended                                                   -            | in  405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  identity/start-here                                                  -            | in     go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
POST identity/start-here                                                  -            | in     go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
GET  identity/sign-out                                                    -            | in     go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
POST identity/sign-out                                                    -            | in     in       in        in        in   in      in         in     in      in        in       in        in      in          in            in
GET  identity/invitation                                                  invitation   | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST identity/invitation                                                  invitation   | 422    422      422       422       422  422     422        422    422     422       422      422       422     422         422           422
GET  identity/forgotten-password                                          -            | ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/forgotten-password                                          -            | 422  422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
POST identity/forgotten-password                                          -            | 422  422  422  422  422  422  422  422  422  422  422  422  422  422  422  422 | email=robin
GET  identity/reset-asked                                                 -            | ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/reset-asked                                                 -            | 405  405  405  405  405  405  405  405  405  405  405  405  405  405  405  405
GET  identity/reset-password                                              password reset | ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST identity/reset-password                                              password reset | 422  422  422  422  422  422  422  422  422  422  422  422  422  422  422  422
GET  identity/force-account                                                -            | 404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST identity/force-account                                                -            | 405  405  405  405  405  405  405  405  405  405  405  405  405  405  405  405
GET  identity/force-account-return                                         -            | 404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST identity/force-account-return                                         -            | 405  405  405  405  405  405  405  405  405  405  405  405  405  405  405  405
GET  identity/signed-out                                                   -            | 404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST identity/signed-out                                                   -            | 405  405  405  405  405  405  405  405  405  405  405  405  405  405  405  405
GET  identity/force-account-ended                                          -            | 400  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400
POST identity/force-account-ended                                          -            | 404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  identity/exit                                                        -            | go     go       go        go        go   go      go         go     go      go        go       go        go      go          go            go
POST identity/exit                                                        -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405

# A partner's reports: their writer's alone
GET  reports/list                                                         -            | in     ok       ok        ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/list                                                         -            | in     422      422       422       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/new                                                          -            | in     go       go        go        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/new                                                          -            | in     go       go        go        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/colleagues                                                   -            | in     404      404       404       404  404     404        404    404     404       404       404       404     404         404           404
POST reports/colleagues                                                   -            | in     405      405       405       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/draft                                                        own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/draft                                                        own draft    | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/draft                                                        other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/draft                                                        other draft  | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/page                                                         own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/page                                                         own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/page                                                         other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/page                                                         other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/items                                                        own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/items                                                        own draft    | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/items                                                        other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/items                                                        other draft  | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/item-new                                                     own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/item-new                                                     own draft    | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/item-new                                                     other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/item-new                                                     other draft  | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/item                                                         own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/item                                                         own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/item                                                         other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/item                                                         other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/item-remove                                                  own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/unfinished-remove                                            own begun    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/unfinished-remove-all                                        own begun    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/item-remove                                                  own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/unfinished-remove                                            own begun    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/unfinished-remove-all                                        own begun    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/item-remove                                                  other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/unfinished-remove                                            other begun  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/unfinished-remove-all                                        other begun  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/item-remove                                                  other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/unfinished-remove                                            other begun  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/unfinished-remove-all                                        other begun  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/files                                                        own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/files                                                        own draft    | in     400      404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/files                                                        other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/files                                                        other draft  | in     404      404       400       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/file-remove                                                  own file     | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/file-remove                                                  own file     | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/file-remove                                                  other file   | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/file-remove                                                  other file   | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/check                                                        own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/check                                                        own draft    | in     422      404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/check                                                        other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/check                                                        other draft  | in     404      404       422       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/send-now                                                     own danger   | in  ok  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/send-now                                                     own danger   | in  422  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/send-now                                                     other danger | in  404  404  ok  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/send-now                                                     other danger | in  404  404  422  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/take-over                                                    own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/take-over                                                    own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/take-over                                                    other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/take-over                                                    other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/draft-delete                                                 own draft    | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/draft-delete                                                 own draft    | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/draft-delete                                                 other draft  | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/draft-delete                                                 other draft  | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404
GET  reports/submission                                                   own report   | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/submission                                                   own report   | in  409  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/submission                                                   other report | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/submission                                                   other report | in  404  404  409  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/sent                                                         own report   | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/sent                                                         own report   | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/sent                                                         other report | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/sent                                                         other report | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/receipt                                                      own report   | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/receipt                                                      own report   | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/receipt                                                      other report | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/receipt                                                      other report | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/copy                                                         own report   | in     403      404       404       404  404     404        404    404     404       404       404       404     404         404           404
POST reports/copy                                                         own report   | in     405      405       405       404  404     404        404    404     404       404       404       404     404         404           404
GET  reports/copy                                                         other report | in     404      404       403       404  404     404        404    404     404       404       404       404     404         404           404
POST reports/copy                                                         other report | in     405      405       405       404  404     404        404    404     404       404       404       404     404         404           404
GET  reports/add-part                                                     sent at once | in  ok  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/add-part                                                     sent at once | in  422  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/seen-again                                                   own report   | in  ok  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/seen-again                                                   own report   | in  422  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/add                                                          own report   | in  ok  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/add                                                          own report   | in  422  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/add                                                          other report | in  404  404  ok  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/add                                                          other report | in  404  404  422  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/add-part                                                     own report   | in  ok  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/add-part                                                     own report   | in  422  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/add-part                                                     other report | in  404  404  ok  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/add-part                                                     other report | in  404  404  422  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/add-files                                                    own report   | in  ok  404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/add-files                                                    own report   | in  400  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/add-files                                                    other report | in  404  404  ok  404  404  404  404  404  404  404  404  404  404  404  404
POST reports/add-files                                                    other report | in  404  404  400  404  404  404  404  404  404  404  404  404  404  404  404
GET  reports/reply                                                        own report   | in     409      404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/reply                                                        own report   | in  409  404  404  403  404  404  404  404  404  404  404  404  404  404  404| comment=
GET  reports/reply                                                        other report | in     404      404       409       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/reply                                                        other report | in     404      404       409       404  404     404        404    404     404       404      404       404     404         404           404| comment=
GET  reports/withdraw                                                     own report   | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST reports/withdraw                                                     own report   | in     go       404       404       404  404     404        404    404     404       404      404       404     404         404           404| comment=
GET  reports/withdraw                                                     other report | in     404      404       ok        404  404     404        404    404     404       404      404       404     404         404           404
POST reports/withdraw                                                     other report | in     404      404       go        404  404     404        404    404     404       404      404       404     404         404           404| comment=

# Reports that an officer enters for a partner: the drafts are that officer’s alone, the report is the partner’s
GET  reports/draft                                                        entered draft | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/draft                                                        entered draft | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/page                                                         entered draft | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/page                                                         entered draft | in     404      404       404       404  go      404        404    404     404       404      404       404     404         404           404
GET  reports/items                                                        entered draft | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/items                                                        entered draft | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/item-new                                                     entered draft | in     404      404       404       404  go      404        404    404     404       404      404       404     404         404           404
POST reports/item-new                                                     entered draft | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/item                                                         entered draft | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/item                                                         entered draft | in     404      404       404       404  go      404        404    404     404       404      404       404     404         404           404
GET  reports/item-remove                                                  entered draft | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
GET  reports/unfinished-remove                                            entered begun | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
GET  reports/unfinished-remove-all                                        entered begun | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/item-remove                                                  entered draft | in     404      404       404       404  go      404        404    404     404       404      404       404     404         404           404
POST reports/unfinished-remove                                            entered begun | in     404      404       404       404  go      404        404    404     404       404      404       404     404         404           404
POST reports/unfinished-remove-all                                        entered begun | in     404      404       404       404  go      404        404    404     404       404      404       404     404         404           404
GET  reports/files                                                        entered draft | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/files                                                        entered draft | in     404      404       404       404  400     404        404    404     404       404      404       404     404         404           404
GET  reports/file-remove                                                  entered file | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/file-remove                                                  entered file | in     404      404       404       404  go      404        404    404     404       404      404       404     404         404           404
GET  reports/check                                                        entered draft | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/check                                                        entered draft | in     404      404       404       404  422     404        404    404     404       404      404       404     404         404           404
GET  reports/draft-delete                                                 entered draft | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/draft-delete                                                 entered draft | in     404      404       404       404  go      404        404    404     404       404      404       404     404         404           404
GET  reports/sent                                                         entered report | in     ok       404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/sent                                                         entered report | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/receipt                                                      entered report | in     ok       404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST reports/receipt                                                      entered report | in     405      405       405       404  405     405        405    405     405       404      404       404     404         404           404
GET  reports/submission                                                   entered report | in     ok       404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  submissions/new-for-partner                                          -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404     404         404           404
POST submissions/new-for-partner                                          -            | in     404      404       404       404  422     422        422    422     422       404      404       404     404         404           404
GET  submissions/for-partner                                              organisation | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404     404         404           404
POST submissions/for-partner                                              organisation | in     404      404       404       404  422     422        422    422     422       404      404       404     404         404           404
POST submissions/for-partner                                              organisation | in     404      404       404       404  go      go         go     go      go        404      404       404     404         404           404| reportedBy=none&channel=paper

# The duty roster: officers read it, FIB supervisors write it
GET  duty/roster                                                          -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404      404         404           404
POST duty/roster                                                          -            | in     404      404       404       404  405     405        405    405     405       404      404       404      404         404           404
GET  duty/new                                                             -            | in     404      404       404       404  403     ok         403    403     403       404      404       404      404         404           404
POST duty/new                                                             -            | in     404      404       404       404  403     422        403    403     403       404      404       404      404         404           404
GET  duty/absence-new                                                     -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404      404         404           404
POST duty/absence-new                                                      -            | in     404      404       404       404  422      422         422     422      422        404      404       404     404         404           404
GET  duty/end                                                             coming duty  | in     404      404       404       404  403     ok         403    403     403       404      404       404      404         404           404
POST duty/end                                                             coming duty  | in     404      404       404       404  403     go         403    403     403       404      404       404      404         404           404
GET  duty/absence-end                                                     coming duty  | in     404      404       404       404  403     ok         403    403     403       404      404       404      404         404           404
POST duty/absence-end                                                     coming duty  | in     404      404       404       404  403     go         403    403     403       404      404       404      404         404           404

# Reporting and the delivery plan
GET  reporting/volumes                                                    -            | in     404      404       404       404  404     ok         404    404     404       404      404       ok      404         404           404
POST reporting/volumes                                                    -            | in     404      404       404       404  404     405        404    404     404       404      404       405     404         404           404
GET  plan/plan                                                            -            | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          ok            404
POST plan/plan                                                            -            | in     404      404       404       404  405     405        405    405     405       405      404       405     405         405           404
GET  plan/item                                                            plan item    | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          ok            404
POST plan/item                                                            plan item    | in     404      404       404       404  403     403        403    403     403       403      404       422     422         403           404 | entryId=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d11&text=&datedOn-day=&datedOn-month=&datedOn-year=
GET  plan/status                                                          plan item    | in     404      404       404       404  403     403        403    403     403       403      404       ok      ok          403           404
POST plan/status                                                          plan item    | in     404      404       404       404  403     403        403    403     403       403      404       422     422         403           404
GET  plan/owner                                                           plan item    | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plan/owner                                                           plan item    | in     404      404       404       404  404     404        404    404     404       404      404       422     404         404           404

# Plans by year
GET  plans/plans                                                          -            | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          ok            404
POST plans/plans                                                          -            | in     404      404       404       404  405      405         405     405      405        405       404       405      405          405            404
GET  plans/events                                                         -            | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          ok            404
POST plans/events                                                         -            | in     404      404       404       404  405      405         405     405      405        405       404       405      405          405            404
GET  plans/plan-new                                                       no draft     | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/plan-new                                                       no draft     | in     404      404       404       404  404     404        404    404     404       404      404       422      404         404           404 | title=&secondTitle=&localPlanTitle=&priority=&leadRole=&firstDay-day=&firstDay-month=&firstDay-year=&lastDay-day=&lastDay-month=&lastDay-year=
GET  plans/plan-new                                                       draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       409      404         404           404
GET  plans/plan                                                           first plan   | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          ok            404
GET  plans/plan                                                           draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/plan                                                           draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       404      404         404           404
GET  plans/plan-details                                                   draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
GET  plans/plan-details                                                   first plan   | in     404      404       404       404  404     404        404    404     404       404      404       409      404         404           404
POST plans/plan-details                                                   draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       422      404         404           404 | title=&secondTitle=&localPlanTitle=&priority=&leadRole=&firstDay-day=&firstDay-month=&firstDay-year=&lastDay-day=&lastDay-month=&lastDay-year=
GET  plans/item-new                                                       draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/item-new                                                       draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       422      404         404           404 | number=&text=&after=
GET  plans/item                                                           draft item   | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/item                                                           draft item   | in     404      404       404       404  404     404        404    404     404       404      404       422      404         404           404 | number=&text=&after=
GET  plans/item-end                                                       draft item   | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/item-end                                                       draft item   | in     404      404       404       404  404     404        404    404     404       404      404       go      404         404           404
GET  plans/publish                                                        draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/publish                                                        draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       go      404         404           404
GET  plans/close                                                          first plan   | in     404      404       404       404  404     404        404    404     404       404      404       409      404         404           404
POST plans/close                                                          first plan   | in     404      404       404       404  404     404        404    404     404       404      404       409      404         404           404
GET  plans/export                                                         first plan   | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          ok            404
GET  plans/export                                                         draft plan   | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/export                                                         first plan   | in     404      404       404       404  405      405         405     405      405        405       404       405      405          405            404
GET  plans/event-new                                                      -            | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/event-new                                                      -            | in     404      404       404       404  404     404        404    404     404       404      404       422      404         404           404 | title=&happenedOn-day=&happenedOn-month=&happenedOn-year=
GET  plans/event                                                          event        | in     404      404       404       404  404     404        404    404     404       404      404       ok      404         404           404
POST plans/event                                                          event        | in     404      404       404       404  404     404        404    404     404       404      404       422      404         404           404 | title=&happenedOn-day=&happenedOn-month=&happenedOn-year=

# Administration
GET  administration/organisations                                         -            | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         ok            404
POST administration/organisations                                         -            | in     404      404       404       404  404     405        404    404     404       404      404       404     404         405           404
GET  administration/organisation-new                                      -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/organisation-new                                      -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  administration/organisation                                          organisation | in     404      404       404       404  404     404        404    404     404       404       404       404     404         ok            404
POST administration/organisation                                          organisation | in     404      404       404       404  404     404        404    404     404       404       404       404     404         409           404 | expectedVersion=0&from-day=&from-month=&from-year=&until-day=&until-month=&until-year=&reference=&agreedBy=&reviewOn-day=&reviewOn-month=&reviewOn-year=&agreedOn-day=&agreedOn-month=&agreedOn-year=
GET  administration/organisation-name                                     organisation | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok           404
POST administration/organisation-name                                     organisation | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422          404
POST administration/organisation-name                                     organisation | in     404      404       404       404  404     404        404    404     404       404      404       404     404         409          404 | expectedVersion=0&name=Another
GET  administration/organisation-status                                   suspending   | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok           404
POST administration/organisation-status                                   suspending   | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422          404
GET  administration/organisation-status                                   closing      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok           404
POST administration/organisation-status                                   closing      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422          404
GET  administration/organisation-status                                   unknown change| in     404      404       404       404  404     404        404    404     404       404      404       404     404         404          404
GET  administration/site-new                                              organisation | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok           404
POST administration/site-new                                              organisation | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422          404
GET  administration/site                                                  site         | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok           404
POST administration/site                                                  site         | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422          404
POST administration/site                                                  site         | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422          404 | intent=withdraw&expectedVersion=1&reason=
GET  administration/accounts                                              -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/accounts                                              -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         405           404
GET  administration/account-new                                           -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/account-new                                           -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  administration/account                                               account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/account                                               account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  administration/lost-factor                                           account      | in  404  404  404  404  404  404  404  404  404  404  404  404  404  ok  404
POST administration/lost-factor                                           account      | in  404  404  404  404  404  404  404  404  404  404  404  404  404  422  404
POST administration/lost-factor                                           account      | in  404  404  404  404  404  404  404  404  404  404  404  404  404  go  404 | intent=lost&reason=Seen+at+the+desk
GET  administration/account-details                                       account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/account-details                                       account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  administration/account-roles                                         account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/account-roles                                         account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         409           404
GET  administration/account-suspend                                       account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/account-suspend                                       account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  administration/role-requests                                         -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/role-requests                                         -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         405           404
GET  administration/role-request                                          role request      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/role-request                                          role request      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         422           404
GET  administration/areas                                                 -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/areas                                                 -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         405           404
GET  administration/form-versions                                         -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/form-versions                                         -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         405           404
GET  administration/form-versions-compare                                 -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/form-versions-compare                                 -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         405           404
GET  administration/form-version                                          form version | in     404      404       404       404  404     404        404    404     404       404      404       404     404         ok            404
POST administration/form-version                                          form version | in     404      404       404       404  404     404        404    404     404       404      404       404     404         405           404
GET  reporting/event                                                      event        | in     404      404       404       404  404     ok         404    404     404       404      404       ok      404         404           404
POST reporting/event                                                      event        | in     404      404       404       404  404     405        404    404     404       404      404       405     404         404           404
GET  reporting/published                                                  -            | in     404      404       404       404  404     ok         ok     ok      ok        ok       404       ok      ok          404           404
POST reporting/published                                                  -            | in     404      404       404       404  404     405        405    405     405       405      404       405     405         404           404
GET  reporting/published-file                                             -            | in     404      404       404       404  404     ok         ok     ok      ok        ok       404       ok      ok          404           404
POST reporting/published-file                                             -            | in     404      404       404       404  404     405        405    405     405       405      404       405     405         404           404
GET  reporting/own-area                                                   own area     | in     404      404       404       404  404     404        404    404     404       ok       404       404     404         404           404
POST reporting/own-area                                                   own area     | in     404      404       404       404  404     404        404    404     404       405      404       404     404         404           404
GET  reporting/own-area                                                   other area   | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           404

# A lead's organisation
GET  organisation/organisation                                            -            | in     404      404       404       ok   404     404        404    404     404       404      404       404     404         404           404
POST organisation/organisation                                            -            | in     404      404       404       405  404     404        404    404     404       404      404       404     404         404           404
GET  organisation/lost-factor                                             -            | in  404  404  404  ok  404  404  404  404  404  404  404  404  404  404  404
POST organisation/lost-factor                                             -            | in  404  404  404  422  404  404  404  404  404  404  404  404  404  404  404
GET  organisation/invite                                                  -            | in     404      404       404       ok   404     404        404    404     404       404      404       404     404         404           404
POST organisation/invite                                                  -            | in     404      404       404       422  404     404        404    404     404       404      404       404     404         404           404
GET  organisation/member                                                  member       | in     404      404       404       ok   404     404        404    404     404       404      404       404     404         404           404
POST organisation/member                                                  member       | in     404      404       404       422  404     404        404    404     404       404      404       404     404         404           404
GET  organisation/member                                                  account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           404
POST organisation/member                                                  account      | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           404| intent=suspended&expectedVersion=1&reason=Left&handTo=

# Audit
GET  audit/trail                                                          -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           ok
POST audit/trail                                                          -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           405
GET  audit/verification                                                   -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           ok
POST audit/verification                                                   -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           405
GET  audit/export                                                         -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           ok
POST audit/export                                                         -            | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           405

# Information, and the mail of the demonstration
GET  help/help                                                            -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST help/help                                                            -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  help/signs                                                           -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST help/signs                                                           -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  help/examples                                                        -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST help/examples                                                        -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  help/prompt-sheet                                                    -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST help/prompt-sheet                                                    -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  help/sheet                                                           blank sheet  | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST help/sheet                                                           blank sheet  | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  help/exit                                                            -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST help/exit                                                            -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  about/privacy                                                        -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST about/privacy                                                        -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  about/cookies                                                        -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST about/cookies                                                        -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  about/accessibility                                                  -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST about/accessibility                                                  -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  demonstration/mail                                                   -            | ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST demonstration/mail                                                   -            | 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405
GET  demonstration/message                                                captured mail| ok     ok       ok        ok        ok   ok      ok         ok     ok      ok        ok       ok        ok      ok          ok            ok
POST demonstration/message                                                captured mail| 405    405      405       405       405  405     405        405    405     405       405      405       405     405         405           405

# Triage: queues
GET  queues/queues                                                        -            | in  404  404  404  404  go  ok  go  go  go  go  404  404  404  404  404
POST queues/queues                                                        -            | in     404      404       404       404  405     405        405    405     405       405      404       404     404         404           404
GET  texts/texts                                                          -            | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST texts/texts                                                          -            | in     404      404       404       404  404     422        404    404     404       404      404       404     404         404           404
GET  texts/text                                                           text         | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST texts/text                                                           text         | in     404      404       404       404  404     409        404    404     404       404      404       404     404         404           404
GET  approvals                                                            -            | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST approvals                                                            -            | in     404      404       404       404  404     405        404    404     404       404      404       404     404         404           404
GET  queues/urgent                                                        -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404     404         404           404
POST queues/urgent                                                        -            | in     404      404       404       404  405     405        405    405     405       404      404       404     404         404           404
GET  queues/queue                                                         FIB queue    | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST queues/queue                                                         FIB queue    | in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404| press=&from=
GET  queues/queue                                                         BE queue     | in  404  404  404  404  404  ok  ok  404  404  ok  404  404  404  404  404
POST queues/queue                                                         BE queue     | in  404  404  404  404  404  403  go  404  404  403  404  404  404  404  404| press=&from=
GET  queues/queue                                                         force SPOC queue| in  404  404  404  404  404  ok  404  404  ok  404  404  404  404  404  404
POST queues/queue                                                         force SPOC queue| in  404  404  404  404  404  403  404  404  ok  404  404  404  404  404  404| press=&from=
GET  queues/bulk                                                          FIB queue    | in     404      404       404       404  ok      ok         404    404     404       404      404       404      404         404           404
POST queues/bulk                                                          FIB queue    | in     404      404       404       404  422     422        404    404     404       404      404       404      404         404           404 | do=claim&picks=
POST queues/bulk                                                          FIB queue    | in     404      404       404       404  403     422        404    404     404       404      404       404      404         404           404 | do=assign&picks=
GET  queues/views                                                         FIB queue    | in     404      404       404       404  ok      ok         404    404     404       404      404       404      404         404           404
POST queues/views                                                         FIB queue    | in     404      404       404       404  422     422        404    404     404       404      404       404      404         404           404 | view=urgent
POST queues/views                                                         FIB queue    | in     404      404       404       404  403     422        404    404     404       404      404       404      404         404           404 | shared=yes
GET  queues/views                                                         BE queue     | in  404  404  404  404  404  403  ok  404  404  404  404  404  404  404  404
POST queues/views                                                         BE queue     | in  404  404  404  404  404  403  422  404  404  404  404  404  404  404  404 | shared=yes

# Triage: a submission. FIB's own; one of Birmingham East; a restricted one; a High one
GET  submissions/submission                                               FIB report   | in     404      404       404       404  ok      ok         404    404     404       ok       404       404     404         404           404
POST submissions/submission                                               FIB report   | in     404      404       404       404  409     409        404    404     404       403      404       404     404         404           404
GET  submissions/submission                                               BE report    | in     404      404       404       404  ok      ok         ok     404     404       ok       404       404     404         404           404
GET  submissions/submission                                               restricted report| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
GET  submissions/submission                                               High report  | in     404      404       404       404  ok      ok         ok     404     404       ok       404       ok      404         404           404
GET  submissions/action                                                   FIB report   | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST submissions/action                                                   FIB report   | in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404
GET  submissions/action                                                   BE report    | in     404      404       404       404  403     403        ok     404     404       404      404       404     404         404           404
POST submissions/action                                                   BE report    | in     404      404       404       404  403     403        go     404     404       404      404       404     404         404           404
GET  submissions/action                                                   restricted report| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST submissions/action                                                   restricted report| in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404
GET  submissions/action                                                   High report  | in     404      404       404       404  ok      ok         403    404     404       404      404       404     404         404           404
POST submissions/action                                                   High report  | in     404      404       404       404  go      go         403    404     404       404      404       404     404         404           404
GET  submissions/action                                                   claimed report| in     404      404       404       404  ok      409        404    404     404       404      404       404     404         404           404
POST submissions/action                                                   claimed report| in     404      404       404       404  422     409        404    404     404       404      404       404     404         404           404
GET  submissions/end                                                      claimed report| in     404      404       404       404  ok      409        404    404     404       404      404       404     404         404           404
POST submissions/end                                                      claimed report| in     404      404       404       404  422     409        404    404     404       404      404       404     404         404           404
GET  submissions/new-information                                          FIB report   | in  404  404  404  404  go  go  404  404  404  404  404  404  404  404  404
POST submissions/new-information                                          FIB report   | in  404  404  404  404  go  go  404  404  404  404  404  404  404  404  404
GET  submissions/new-information                                          BE report    | in  404  404  404  404  go  go  go  404  404  404  404  404  404  404  404
POST submissions/new-information                                          BE report    | in  404  404  404  404  403  403  go  404  404  404  404  404  404  404  404
POST submissions/new-information                                          restricted report| in  404  404  404  404  go  go  404  404  404  404  404  404  404  404  404
POST submissions/submission                                               claimed report| in  404  404  404  404  go  409  404  404  404  403  404  404  404  404  404 | item=new&title=Van
GET  submissions/plan-links                                               claimed report| in     404      404       404       404  ok      ok         404    404     404       403      404       ok      404         404           404
POST submissions/plan-links                                               claimed report| in     404      404       404       404  422     422        404    404     404       403      404       422     404         404           404
GET  submissions/plan-links                                               restricted report| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
GET  submissions/matches                                                   FIB report   | in     404      404       404       404  ok       ok          404    404     404       404      404       404     404         404           404
POST submissions/matches                                                   FIB report   | in     404      404       404       404  422      422         404    404     404       404      404       404     404         404           404
GET  submissions/matches                                                   BE report    | in     404      404       404       404  403      403         ok     404     404       404      404       404     404         404           404
GET  submissions/matches                                                   restricted report| in     404      404       404       404  ok       ok          404    404     404       404      404       404     404         404           404
GET  entities/entity                                                      entity       | in   404  404  404  404  ok   ok   404  404  404  404  404  404  404  404  404
POST entities/entity                                                      entity       | in   404  404  404  404  422  422  404  404  404  404  404  404  404  404  404 | intent=merge&typed=&reason=
GET  entities/entity                                                      sent entity  | in   404  404  404  404  ok   ok   ok   404  404  404  404  404  404  404  404
POST entities/entity                                                      sent entity  | in   404  404  404  404  422  422  403  404  404  404  404  404  404  404  404 | intent=merge&typed=&reason=
POST entities/entity                                                      sent entity  | in   404  404  404  404  409  409  403  404  404  404  404  404  404  404  404 | intent=detach&mergeId=&detachReason=
GET  submissions/reach                                                    claimed report| in   404  404  404  404  ok   ok   404  404  404  404  404  404  404  404  404
POST submissions/reach                                                    claimed report| in   404  404  404  404  ok   403  404  404  404  404  404  404  404  404  404
GET  submissions/reach                                                    BE report    | in   404  404  404  404  404  404  ok   404  404  404  404  404  404  404  404
POST submissions/reach                                                    BE report    | in   404  404  404  404  404  404  403  404  404  404  404  404  404  404  404
GET  submissions/source                                                   sealed report| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/source                                                   sealed report| in  404  404  404  404  409  409  404  404  404  404  404  404  404  404  404
GET  submissions/source                                                   FIB report   | in  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  submissions/source-ask                                               sealed report| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/source-ask                                               sealed report| in  404  404  404  404  422  422  404  404  404  404  404  404  404  404  404

# Requests to open a sealed source
GET  sources/requests                                                     -            | in  404  404  404  404  404  ok  404  404  404  404  ok  404  404  404  404
POST sources/requests                                                     -            | in  404  404  404  404  404  405  404  404  404  404  405  404  404  404  404
GET  sources/request                                                      source request| in  404  404  404  404  404  ok  404  404  404  404  ok  404  404  404  404
POST sources/request                                                      source request| in  404  404  404  404  404  422  404  404  404  404  422  404  404  404  404
POST sources/request                                                      source request| in  404  404  404  404  404  403  404  404  404  404  go  404  404  404  404 | decision=8&words=Needed
GET  submissions/told                                                     telephoned report| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/told                                                     telephoned report| in  404  404  404  404  go  go  404  404  404  404  404  404  404  404  404 | to=lead&how=telephone&on-day=18&on-month=1&on-year=2016&shownCount=1
GET  submissions/told                                                     BE report    | in  404  404  404  404  404  404  409  404  404  404  404  404  404  404  404
POST submissions/told                                                     BE report    | in  404  404  404  404  404  404  409  404  404  404  404  404  404  404  404
GET  submissions/export                                                   FIB report   | in     404      404       404       404  ok      ok         404    404     404       404       404       404     404         404           404
POST submissions/export                                                   FIB report   | in     404      404       404       404  go      go         404    404     404       404       404       404     404         404           404 | format=json&purpose=review&reason=Asked
GET  submissions/export                                                   BE report    | in     404      404       404       404  403     403        ok     404     404       404       404       404     404         404           404
POST submissions/export                                                   BE report    | in     404      404       404       404  403     403        go     404     404       404       404       404     404         404           404 | format=json&purpose=review&reason=Asked
GET  submissions/export                                                   restricted report| in     404      404       404       404  403     403        404    404     404       404       404       404     404         404           404
POST submissions/export                                                   restricted report| in     404      404       404       404  403     403        404    404     404       404       404       404     404         404           404 | format=json&purpose=review&reason=Asked
GET  submissions/export                                                   High report  | in     404      404       404       404  ok      ok         403    404     404       404       404       404     404         404           404
POST submissions/export                                                   High report  | in     404      404       404       404  go      go         403    404     404       404       404       404     404         404           404 | format=json&purpose=review&reason=Asked
GET  exports/exported                                                     export       | in     404      404       404       404  ok      404        404    404     404       404       404       404     404         404           404
POST exports/exported                                                     export       | in     404      404       404       404  405     405        405    405     405       404       404       404     404         404           404
GET  submissions/links                                                     FIB report   | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST submissions/links                                                     FIB report   | in     404      404       404       404  422     422        404    404     404       404      404       404     404         404           404
GET  submissions/links                                                     BE report    | in     404      404       404       404  403     403        ok     404     404       404      404       404     404         404           404
POST submissions/links                                                     BE report    | in     404      404       404       404  403     403        422    404     404       404      404       404     404         404           404
GET  submissions/links                                                     restricted report| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
GET  submissions/seen                                                      FIB report   | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST submissions/seen                                                      FIB report   | in     404      404       404       404  404     405        404    404     404       404      404       404     404         404           404
GET  submissions/seen                                                      BE report    | in     404      404       404       404  404     404        404    404     404       404      404       404     404         404           404
GET  submissions/seen                                                      restricted report| in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
GET  help/keyboard                                                         -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404     404         404           404
POST help/keyboard                                                         -            | in     404      404       404       404  422      422         422     422      422        404      404       404     404         404           404
POST help/keyboard                                                         -            | in     404      404       404       404  go      go         go     go      go        404      404       404     404         404           404 | keys=on
GET  help/sound                                                            -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404     404         404           404
POST help/sound                                                            -            | in     404      404       404       404  422      422         422     422      422        404      404       404     404         404           404
POST help/sound                                                            -            | in     404      404       404       404  go      go         go     go      go        404      404       404     404         404           404 | sound=on
GET  help/triage                                                           -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404     404         404           404
POST help/triage                                                           -            | in     404      404       404       404  405      405         405     405      405        404      404       404     404         404           404
GET  search                                                                -            | in     404      404       404       404  ok      ok         ok     ok      ok        404      404       404     404         404           404
POST search                                                                -            | in     404      404       404       404  422     422        422    422     422       404      404       404     404         404           404
POST search                                                                -            | in     404      404       404       404  go      go         go     go      go        404      404       404     404         404           404 | query=white+van
GET  search/results                                                        search       | in     404      404       404       404  ok      404        404    404     404       404      404       404     404         404           404
POST search/results                                                        search       | in     404      404       404       404  405      405        405    405     405       404      404       404     404         404           404

# Files of submissions: for whoever may read the original text; the original of a picture for FIB
GET  attachments/open                                                     FIB file     | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST attachments/open                                                     FIB file     | in     404      404       404       404  405     405        405    405     405       404      404       404     404         404           404
GET  attachments/open                                                     BE file      | in     404      404       404       404  404     404        ok     404     404       404      404       404     404         404           404
GET  attachments/open                                                     restricted file| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
GET  attachments/original                                                 FIB file     | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST attachments/original                                                 FIB file     | in     404      404       404       404  405     405        405    405     405       404      404       404     404         404           404
GET  attachments/original                                                 BE file      | in     404      404       404       404  404     404        403    404     404       404      404       404     404         404           404
GET  attachments/original                                                 restricted file| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404

# Triage: an item of a submission that the FIB officer holds, and one sent to Birmingham East
GET  items/item                                                           item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST items/item                                                           item         | in     404      404       404       404  422     422        404    404     404       404      404       404     404         404           404
GET  items/void                                                           item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST items/void                                                           item         | in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404 | comment=It+was+made+twice
GET  items/sanitise                                                       item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST items/sanitise                                                       item         | in     404      404       404       404  go      409        404    404     404       404      404       404     404         404           404 | text=A+white+van+collects+workers.
GET  items/history                                                        item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST items/history                                                        item         | in     404      404       404       404  405      405         405    405     405       404      404       404     404         404           404
GET  items/approve                                                        item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST items/approve                                                        item         | in     404      404       404       404  403     409        404    404     404       404      404       404     404         404           404| version=
GET  items/disseminate                                                    item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST items/disseminate                                                    item         | in     404      404       404       404  409     409        404    404     404       404      404       404     404         404           404| recipient=&conditions=
GET  disseminations/dissemination                                         dissemination| in     404      404       404       404  ok      ok         ok     404     404       404      404       404     404         404           404
POST disseminations/dissemination                                         dissemination| in     404      404       404       404  403     403        go     404     404       404      404       404     404         404           404
GET  disseminations/recall                                                dissemination | in     404      404       404       404  ok      ok         403    404     404       404      404       404      404         404           404
POST disseminations/recall                                                dissemination | in     404      404       404       404  go      go         403    404     404       404      404       404      404         404           404 | reason=It+was+wrong
GET  items/void                                                           dissemination| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST items/void                                                           dissemination| in     404      404       404       404  422     422        404    404     404       404      404       404     404         404           404 | comment=It+was+made+twice
GET  items/item                                                           dissemination| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404

# Out of the force and to the MDS lead: FIB sends, passes on and hears back; the lead reads and acknowledges
GET  items/disseminate-outside                                            item         | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST items/disseminate-outside                                            item         | in  404  404  404  404  409  409  404  404  404  404  404  404  404  404  404| other_force-body=&other_force-post=&other_agency-body=&other_agency-post=&immigration_enforcement-body=&immigration_enforcement-post=&reason=&conditions=
GET  items/disseminate-lead                                               item         | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST items/disseminate-lead                                               item         | in  404  404  404  404  409  409  404  404  404  404  404  404  404  404  404| reason=&conditions=
GET  disseminations/disseminations                                        -            | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST disseminations/disseminations                                        -            | in  404  404  404  404  405  405  404  404  404  404  404  404  404  404  404
GET  disseminations/dissemination                                         let out      | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST disseminations/dissemination                                         let out      | in  404  404  404  404  403  403  404  404  404  404  404  404  404  404  404
GET  disseminations/sheet                                                 let out      | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST disseminations/sheet                                                 let out      | in  404  404  404  404  405  405  404  404  404  404  404  404  404  404  404
GET  disseminations/sheet-pdf                                             let out      | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST disseminations/sheet-pdf                                             let out      | in  404  404  404  404  405  405  404  404  404  404  404  404  404  404  404
GET  disseminations/sheet                                                 dissemination| in  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  disseminations/outside-step                                          let out      | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST disseminations/outside-step                                          let out      | in  404  404  404  404  422  422  404  404  404  404  404  404  404  404  404
GET  disseminations/recall                                                let out      | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST disseminations/recall                                                let out      | in  404  404  404  404  go  go  404  404  404  404  404  404  404  404  404 | reason=It+was+wrong
GET  high                                                                 -            | in  404  404  404  404  404  404  404  404  404  404  404  ok  404  404  404
POST high                                                                 -            | in  404  404  404  404  404  404  404  404  404  404  404  405  404  404  404
GET  high-ended                                                           -            | in  404  404  404  404  404  ok   404  404  404  404  404  ok  404  404  404
POST high-ended                                                           -            | in  404  404  404  404  404  405  404  404  404  404  404  405  404  404  404
GET  significant                                                          -            | in  404  404  404  404  404  404  404  404  404  404  404  ok  404  404  404
POST significant                                                          -            | in  404  404  404  404  404  404  404  404  404  404  404  405  404  404  404
GET  disseminations/dissemination                                         significant  | in  404  404  404  404  ok  ok  404  404  404  404  404  ok  404  404  404
POST disseminations/dissemination                                         significant  | in  404  404  404  404  403  403  404  404  404  404  404  go  404  404  404
GET  disseminations/recall                                                significant  | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
GET  items/item                                                           significant  | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404

# What comes of an item that was sent: said and asked by its recipients, replied to by FIB
GET  disseminations/dissemination                                          asked dissemination| in  404  404  404  404  ok  ok  ok  404  404  404  404  404  404  404  404
GET  disseminations/answer                                                 asked dissemination| in  404  404  404  404  403  403  ok  404  404  404  404  404  404  404  404
POST disseminations/answer                                                 asked dissemination| in  404  404  404  404  403  403  422  404  404  404  404  404  404  404  404 | messageId=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  disseminations/answer                                                 dissemination| in  404  404  404  404  403  403  409  404  404  404  404  404  404  404  404
GET  disseminations/answer                                                 significant  | in  404  404  404  404  403  403  404  404  404  404  404  409  404  404  404
POST disseminations/answer                                                 significant  | in  404  404  404  404  403  403  404  404  404  404  404  409  404  404  404 | messageId=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  disseminations/answer                                                 let out      | in  404  404  404  404  403  403  404  404  404  404  404  404  404  404  404
GET  disseminations/reply                                                  asked dissemination| in  404  404  404  404  ok  ok  403  404  404  404  404  404  404  404  404
POST disseminations/reply                                                  asked dissemination| in  404  404  404  404  422  422  403  404  404  404  404  404  404  404  404 | messageId=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12&shownCount=1
GET  disseminations/reply                                                  significant  | in  404  404  404  404  409  409  404  404  404  404  404  403  404  404  404
GET  disseminations/answers-read                                           asked dissemination| in  404  404  404  404  go  go  go  404  404  404  404  404  404  404  404
POST disseminations/answers-read                                           asked dissemination| in  404  404  404  404  409  409  403  404  404  404  404  404  404  404  404 | shownCount=1
GET  disseminations/answers-read                                           significant  | in  404  404  404  404  go  go  404  404  404  404  404  go  404  404  404
POST disseminations/answers-read                                           significant  | in  404  404  404  404  go  go  404  404  404  404  404  403  404  404  404 | shownCount=0
GET  disseminations/task-new                                               asked dissemination| in  404  404  404  404  403  403  ok  404  404  404  404  404  404  404  404
POST disseminations/task-new                                               asked dissemination| in  404  404  404  404  403  403  422  404  404  404  404  404  404  404  404 | task=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  disseminations/task-new                                               significant  | in  404  404  404  404  403  403  404  404  404  404  404  409  404  404  404
GET  tasks/task                                                            recipient task| in  404  404  404  404  ok  ok  ok  404  404  404  404  404  404  404  404
POST tasks/task                                                            recipient task| in  404  404  404  404  403  403  go  404  404  404  404  404  404  404  404 | intent=done&result=Done.

# Routing rules: read by FIB and the MDS lead, written by an FIB supervisor, decided by another
GET  routing/rules                                                        -            | in     404      404       404       404  ok      ok         404    404     404       404      404       ok      404         404           404
POST routing/rules                                                        -            | in     404      404       404       404  404     go         404    404     404       404      404       404     404         404           404
GET  routing/draft                                                        own rules    | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/draft                                                        own rules    | in     404      404       404       404  404     409        404    404     404       404      404       404     404         404           404 | how=ask
GET  routing/rule-new                                                     own rules    | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/rule-new                                                     own rules    | in     404      404       404       404  404     422        404    404     404       404      404       404     404         404           404
GET  routing/rule                                                         own rules    | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/rule                                                         own rules    | in     404      404       404       404  404     422        404    404     404       404      404       404     404         404           404
GET  routing/rule-remove                                                  own rules    | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/rule-remove                                                  own rules    | in     404      404       404       404  404     go         404    404     404       404      404       404     404         404           404
GET  routing/withdraw                                                     own rules    | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/withdraw                                                     own rules    | in     404      404       404       404  404     go         404    404     404       404      404       404     404         404           404
GET  routing/replay                                                       own rules    | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/replay                                                       own rules    | in     404      404       404       404  404     go         404    404     404       404      404       404     404         404           404 | last=100
GET  routing/decide                                                       own rules    | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
POST routing/decide                                                       own rules    | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404 | decision=publish&comment=Agreed
GET  routing/draft                                                        other rules  | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/draft                                                        other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404 | how=up&rule=many-people
GET  routing/rule-new                                                     other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
POST routing/rule-new                                                     other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
GET  routing/rule                                                         other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
POST routing/rule                                                         other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
GET  routing/rule-remove                                                  other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
POST routing/rule-remove                                                  other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
GET  routing/withdraw                                                     other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
POST routing/withdraw                                                     other rules  | in     404      404       404       404  404     403        404    404     404       404      404       404     404         404           404
GET  routing/replay                                                       other rules  | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/replay                                                       other rules  | in     404      404       404       404  404     422        404    404     404       404      404       404     404         404           404
GET  routing/decide                                                       other rules  | in     404      404       404       404  404     ok         404    404     404       404      404       404     404         404           404
POST routing/decide                                                       other rules  | in     404      404       404       404  404     422        404    404     404       404      404       404     404         404           404
POST routing/decide                                                       other rules  | in     404      404       404       404  404     go         404    404     404       404      404       404     404         404           404 | decision=reject&comment=Later

# Tasks: on the plan, on a submission of FIB, on a restricted one
GET  tasks/tasks                                                          -            | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          404           404
POST tasks/tasks                                                          -            | in     404      404       404       404  405     405        405    405     405       405      404       405     405         404           404
GET  plan/task-new                                                        plan item    | in     404      404       404       404  403     403        403    403     403       403      404       ok      ok          404           404
POST plan/task-new                                                        plan item    | in     404      404       404       404  403     403        403    403     403       403      404       422     422         404           404         | task=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  submissions/task-new                                                 FIB report   | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST submissions/task-new                                                 FIB report   | in     404      404       404       404  422     422        404    404     404       404      404       404     404         404           404         | task=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  submissions/task-new                                                 BE report    | in     404      404       404       404  403     403        ok     404     404       404      404       404     404         404           404
POST submissions/task-new                                                 BE report    | in     404      404       404       404  403     403        422    404     404       404      404       404     404         404           404         | task=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  submissions/task-new                                                 restricted report| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
GET  items/task-new                                                       item         | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST items/task-new                                                       item         | in     404      404       404       404  422     422        404    404     404       404      404       404     404         404           404         | task=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  items/task-new                                                       dissemination| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
GET  tasks/task                                                           plan task    | in     404      404       404       404  ok      ok         ok     ok      ok        ok       404       ok      ok          404           404
POST tasks/task                                                           plan task    | in     404      404       404       404  403     403        403    403     403       403      404       go      403         404           404         | intent=done&result=Done.
GET  tasks/task                                                           FIB task     | in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST tasks/task                                                           FIB task     | in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404         | intent=done&result=Done.
GET  tasks/task                                                           restricted task| in     404      404       404       404  ok      ok         404    404     404       404      404       404     404         404           404
POST tasks/task                                                           restricted task| in     404      404       404       404  go      go         404    404     404       404      404       404     404         404           404         | intent=done&result=Done.

# Records elsewhere, notes and contact plans: whoever may read the original, and for everybody else there is nothing
GET  submissions/records/records                                          FIB record   | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/records/records                                          FIB record   | in  404  404  404  404  409  409  404  404  404  404  404  404  404  404  404| given=
GET  submissions/records/records                                          BE report    | in  404  404  404  404  404  404  ok  404  404  404  404  404  404  404  404
POST submissions/records/records                                          BE report    | in  404  404  404  404  404  404  409  404  404  404  404  404  404  404  404| given=
GET  submissions/records/records                                          restricted record| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/records/records                                          restricted record| in  404  404  404  404  409  409  404  404  404  404  404  404  404  404  404| given=
GET  submissions/records/add                                              FIB record   | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/records/add                                              FIB record   | in  404  404  404  404  422  422  404  404  404  404  404  404  404  404  404  | linkId=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  submissions/records/add                                              restricted record| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/records/add                                              restricted record| in  404  404  404  404  422  422  404  404  404  404  404  404  404  404  404  | linkId=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  submissions/records/record                                           FIB record   | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/records/record                                           FIB record   | in  404  404  404  404  go  go  404  404  404  404  404  404  404  404  404  | intent=change&reference=20BE/2/16&note=
POST submissions/records/record                                           restricted record| in  404  404  404  404  go  go  404  404  404  404  404  404  404  404  404  | intent=change&reference=20BE/2/16&note=
GET  submissions/records/record                                           restricted record| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
GET  submissions/note-new                                                 FIB report   | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/note-new                                                 FIB report   | in  404  404  404  404  422  422  404  404  404  404  404  404  404  404  404  | note=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  submissions/note-new                                                 BE report    | in  404  404  404  404  404  404  ok  404  404  404  404  404  404  404  404
POST submissions/note-new                                                 BE report    | in  404  404  404  404  404  404  422  404  404  404  404  404  404  404  404  | note=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  submissions/note-new                                                 restricted report| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/note-new                                                 restricted report| in  404  404  404  404  422  422  404  404  404  404  404  404  404  404  404  | note=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12
GET  submissions/contact-plan/contact-plan                                contact plan | in  404  404  404  404  404  404  ok  404  404  404  404  404  404  404  404
POST submissions/contact-plan/contact-plan                                contact plan | in  404  404  404  404  404  404  422  404  404  404  404  404  404  404  404  | contactId=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12&result=&endedReason=&madeOn-day=&madeOn-month=&madeOn-year=&nextOn-day=&nextOn-month=&nextOn-year=
GET  submissions/contact-plan/contact-plan                                restricted report| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/contact-plan/contact-plan                                restricted report| in  404  404  404  404  422  422  404  404  404  404  404  404  404  404  404  | contactId=6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12&result=&endedReason=&madeOn-day=&madeOn-month=&madeOn-year=&nextOn-day=&nextOn-month=&nextOn-year=
GET  submissions/contact-plan/write                                       BE report    | in  404  404  404  404  404  404  ok  404  404  404  404  404  404  404  404
GET  submissions/contact-plan/write                                       restricted report| in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST submissions/contact-plan/write                                       restricted report| in  404  404  404  404  422  422  404  404  404  404  404  404  404  404  404| who=&how=&language=&safeTimes=&never=&endedReason=&nextOn-day=&nextOn-month=&nextOn-year=
GET  queues/postcode                                                      -            | in  404  404  404  404  ok  ok  ok  ok  ok  ok  404  ok  404  404  404
POST queues/postcode                                                      -            | in  404  404  404  404  422 422 422 422 422 422 404 422 404 404 404
POST queues/postcode                                                      -            | in  404  404  404  404  ok  ok  ok  ok  ok  ok  404  ok  404  404  404 | postcode=B5
POST queues/mine                                                          -            | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
POST queues/handover                                                      -            | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
POST queues/away                                                          -            | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
GET  queues/mine                                                          -            | in  404  404  404  404  ok  ok  ok  ok  ok  404  404  404  404  404  404
GET  queues/handover                                                      -            | in  404  404  404  404  ok  ok  ok  ok  ok  404  404  404  404  404  404
GET  queues/away                                                          -            | in  404  404  404  404  ok  ok  ok  ok  ok  404  404  404  404  404  404
GET  queues/news                                                          -            | in  404  404  404  404  ok  ok  ok  ok  ok  404  404  404  404  404  404
POST queues/news                                                          -            | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
GET  queues/contacts                                                      -            | in  404  404  404  404  ok  ok  ok  ok  ok  404  404  404  404  404  404
POST queues/contacts                                                      -            | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404

# Retention: FIB supervisors see which reports are due, administrators the rules
GET  retention/list                                                       -            | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404
POST retention/list                                                       -            | in  404  404  404  404  404  405  404  404  404  404  404  404  404  404  404
GET  retention/selected                                                   -            | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404
POST retention/selected                                                   -            | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404
GET  retention/find-person                                                -            | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404
POST retention/find-person                                                -            | in  404  404  404  404  404  422  404  404  404  404  404  404  404  404  404
POST retention/find-person                                                -            | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404 | name=Robin&born-day=&born-month=&born-year=&phone=&address=&then=find
POST retention/find-person                                                -            | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404 | name=Robin&born-day=&born-month=&born-year=&phone=&address=&then=export
GET  retention/report                                                     due report   | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404
POST retention/report                                                     due report   | in  404  404  404  404  404  go  404  404  404  404  404  404  404  404  404
GET  retention/keep                                                       due report   | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404
POST retention/keep                                                       due report   | in  404  404  404  404  404  422  404  404  404  404  404  404  404  404  404
GET  retention/hold                                                       due report   | in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404
POST retention/hold                                                       due report   | in  404  404  404  404  404  422  404  404  404  404  404  404  404  404  404
GET  retention/dispose                                                    due report   | in  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  retention/dispose                                                    proposed disposal| in  404  404  404  404  404  ok  404  404  404  404  404  404  404  404  404
POST retention/dispose                                                    proposed disposal| in  404  404  404  404  404  422  404  404  404  404  404  404  404  404  404
POST retention/keep                                                       due report   | in  404  404  404  404  404  go  404  404  404  404  404  404  404  404  404 | grounds=risk&reason=Needed&reviewOn-day=1&reviewOn-month=1&reviewOn-year=2018
POST retention/hold                                                       due report   | in  404  404  404  404  404  go  404  404  404  404  404  404  404  404  404 | to=set&reason=Needed
POST retention/dispose                                                    due report   | in  404  404  404  404  404  409  404  404  404  404  404  404  404  404  404 | decision=approve
POST retention/dispose                                                    proposed disposal| in  404  404  404  404  404  go  404  404  404  404  404  404  404  404  404 | decision=approve
GET  administration/retention                                             -            | in  404  404  404  404  404  404  404  404  404  404  404  404  404  ok  404
POST administration/retention                                             -            | in  404  404  404  404  404  404  404  404  404  404  404  404  404  405  404
GET  administration/jobs                                                  -            | in  404  404  404  404  404  404  404  404  404  404  404  404  404  ok  404
POST administration/jobs                                                  -            | in  404  404  404  404  404  404  404  404  404  404  404  404  404  422  404
POST administration/jobs                                                  -            | in  404  404  404  404  404  404  404  404  404  404  404  404  404  go  404 | job=all
POST administration/jobs                                                  -            | in  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404 | job=nothing

# Intelligence reports: of items for whoever reads the original, as files for whoever may take one away
GET  intelligence-report/item                                     item             | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
GET  intelligence-report/item                                     dissemination    | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST intelligence-report/item                                     item             | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
GET  intelligence-report/item-pdf                                 item             | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
GET  intelligence-report/item-pdf                                 dissemination    | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST intelligence-report/item-pdf                                 item             | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
GET  intelligence-report/item-json                                item             | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
GET  intelligence-report/item-json                                dissemination    | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST intelligence-report/item-json                                item             | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
GET  intelligence-report/submission                               FIB report       | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST intelligence-report/submission                               FIB report       | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
GET  intelligence-report/submission                               BE report        | in  404  404  404  404  404  404  ok  404  404  404  404  404  404  404  404
GET  intelligence-report/submission                               restricted report | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
GET  intelligence-report/submission-pdf                           FIB report       | in  404  404  404  404  ok  ok  404  404  404  404  404  404  404  404  404
POST intelligence-report/submission-pdf                           FIB report       | in  404  404  404  404  405  405  405  405  405  404  404  404  404  404  404
GET  intelligence-report/submission-pdf                           BE report        | in  404  404  404  404  404  404  ok  404  404  404  404  404  404  404  404
GET  intelligence-report/submission-pdf                           restricted report | in  404  404  404  404  403  403  404  404  404  404  404  404  404  404  404
GET  intelligence-report/received                                 dissemination    | in  404  404  404  404  ok  ok  ok  404  404  404  404  404  404  404  404
POST intelligence-report/received                                 dissemination    | in  404  404  404  404  405  405  405  405  405  404  404  405  404  404  404
GET  intelligence-report/received                                 let out          | in  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  intelligence-report/received                                 significant      | in  404  404  404  404  ok  ok  404  404  404  404  404  ok  404  404  404
GET  intelligence-report/received-pdf                             dissemination    | in  404  404  404  404  ok  ok  ok  404  404  404  404  404  404  404  404
POST intelligence-report/received-pdf                             dissemination    | in  404  404  404  404  405  405  405  405  405  404  404  405  404  404  404
GET  intelligence-report/received-pdf                             let out          | in  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  intelligence-report/received-pdf                             significant      | in  404  404  404  404  ok  ok  404  404  404  404  404  ok  404  404  404
`;
