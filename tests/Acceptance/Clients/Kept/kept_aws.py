"""Keeps the installed aws CLI loaded, and runs each command in a fork of itself: all of the CLI but its start.

kept_aws.py SOCKET: says which interpreter runs it, and listens there until its standard input ends; then it removes
its folder. A command comes as one JSON document (arguments, folder, environment) with the three streams of its
caller; the exit code is answered.
"""

import json
import os
import select
import shutil
import signal
import socket
import sys
import traceback

import awscli.clidriver
import botocore.loaders

BACKLOG = 64
LARGEST = 1 << 20

# The descriptions of services, which the CLI reads anew in each process, are read here and shared by the forks.
documents = {}
load_file = botocore.loaders.JSONFileLoader.load_file


def load_once(self, path):
    if path not in documents:
        documents[path] = load_file(self, path)
    return documents[path]


botocore.loaders.JSONFileLoader.load_file = load_once


def warm():
    loader = awscli.clidriver.create_clidriver().session.get_component("data_loader")
    for service in ("ec2", "iam", "autoscaling", "sqs", "sns", "cloudwatch", "sts", "logs", "events"):
        for kind in ("service-2", "paginators-1", "waiters-2", "endpoint-rule-set-1"):
            try:
                loader.load_service_model(service, kind)
            except botocore.exceptions.UnknownServiceError:
                pass


def run(caller):
    """In the fork: takes the place of the process that asked, and ends."""
    message, streams, _, _ = socket.recv_fds(caller, LARGEST, 3)
    while not message.endswith(b"\n"):
        message += caller.recv(LARGEST)
    arguments, folder, environment = json.loads(message)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    # The CLI puts its own descriptions there when it starts.
    environment.setdefault("AWS_DATA_PATH", os.environ["AWS_DATA_PATH"])
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["aws", *arguments]
    try:
        status = awscli.clidriver.main()
    except SystemExit as end:
        status = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    caller.sendall(b"%d" % (status or 0))


def main():
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(sys.argv[1])
    listener.listen(BACKLOG)
    warm()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print(sys.executable, flush=True)
    while True:
        ready, _, _ = select.select([listener, sys.stdin], [], [])
        if sys.stdin in ready:
            shutil.rmtree(os.path.dirname(sys.argv[1]))
            return
        caller, _ = listener.accept()
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            listener.close()
            try:
                run(caller)
            except BaseException:
                traceback.print_exc()
                sys.stderr.flush()
            os._exit(0)
        caller.close()


main()
