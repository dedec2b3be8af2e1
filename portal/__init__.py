"""The KLAPjob portal: an easy-to-read job board, an application form and a screening queue.

The rooms, from the top; each may import only what stands below it (checked by import-linter, see
``pyproject.toml``; ``docs/architecture.md`` names every module by its purpose)::

    app                                     builds the Flask application
    commands, demo                          command line; everything `make demo` starts
    jobs apply screening municipalities ... features: the board, the form, the queue ...
    alarms invariants running               what is wrong at this moment
    cases postings consents tickets ...     what two features need: selections and shared verbs
    same_person joined twins routing        who and what is one: people, cases, ads; and whose a case is
    access sessions limits outbox audit ... plumbing, one job each
    db                                      engine and session
    models                                  one noun a file, no Flask
    crypto, easyread, places, sheets        pure
    danish, clock, config                   pure
"""
