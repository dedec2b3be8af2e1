"""The KLAPjob portal: an easy-to-read job board, an application form and a screening queue.

The rooms, from the top; each may import only what stands below it (checked by import-linter, see
``pyproject.toml`` and ``docs/architecture.md``)::

    app                                         builds the Flask application
    commands, demo                              command line; everything `make demo` starts
    jobs apply screening feeds api staff ...    features: the board, the form, the queue, sources, sign-in ...
    alarms sources                              what is wrong with the sources of ads, and what staff do to them
    postings cases routing board                what two features need: selections and shared verbs
    access sessions limits outbox audit ...     plumbing, one job each
    db                                          engine and session
    models                                      one noun a file, no Flask
    crypto, easyread, places                    pure
    danish, clock, config                       pure
"""
