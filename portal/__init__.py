"""The KLAPjob portal: an easy-to-read job board, an application form and a screening queue.

The rooms, from the top; each may import only what stands below it (checked by import-linter, see
``pyproject.toml`` and ``docs/architecture.md``)::

    app                                         builds the Flask application
    commands, demo                              command line; everything `make demo` starts
    jobs apply screening staff about            features: the board, the form, the queue, sign-in, small pages
    postings cases routing                      what two features need: selections and shared verbs
    access sessions limits outbox audit ...     plumbing, one job each
    db                                          engine and session
    models                                      one noun a file, no Flask
    crypto, easyread, places                    pure
    danish, clock, config                       pure
"""
