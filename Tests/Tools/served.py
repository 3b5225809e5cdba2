"""A folder on a web server of this machine, for the tools that go through a site in browsers."""
import functools, http.server, threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_): pass
    def copyfile(self, *arguments):
        try: super().copyfile(*arguments)
        except ConnectionError: pass   # the reader left


def serve(folder):
    """The server, to be shut down, and the address of its root."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/"
