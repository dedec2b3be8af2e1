"""The KLAPjob portal: an easy-to-read job board, an application form and a screening queue.

The rooms, from the top; each may import only what stands below it (checked by import-linter, see
``pyproject.toml`` and ``docs/architecture.md``)::

    app                                     builds the Flask application
    commands, demo                          command line; everything `make demo` starts
    jobs apply guide status screening ...   features: the board, the form, the guide, one's own page ...
    alarms sources                          what is wrong with the sources of ads, and what staff do to them
    consents                                the person's own yes: asked for, given, lapsing
    postings cases routing board tickets    what two features need: selections and shared verbs
    same_person joined twins                who and what is one: people, cases, ads
    access sessions limits outbox audit ... plumbing, one job each
    db                                      engine and session
    models                                  one noun a file, no Flask
    crypto, easyread, places                pure
    danish, clock, config                   pure
"""
