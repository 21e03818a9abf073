using System.Net.Sockets;

namespace Orrery.Bench.Load;

/// <summary>
/// Many connections on one thread, each sending its next request after the answer to the one before. A thread for each
/// would be put to sleep and woken for every answer: of two cores that takes a third from the server that is measured.
/// </summary>
public static class Callers
{
    /// <summary>Runs until all connections have sent all their requests.</summary>
    /// <param name="connections">How many.</param>
    /// <param name="port">Of the server, on this machine.</param>
    /// <param name="requests">
    /// The requests of one connection; what it is given tells the answer to the last of them, body and all.
    /// </param>
    /// <exception cref="SocketException">Nobody answers.</exception>
    public static void Run(int connections, int port, Func<Func<Answer>, IEnumerable<byte[]>> requests)
    {
        var open = Enumerable.Range(0, connections).Select(_ => new Caller(port, requests)).ToList();
        try
        {
            open.RemoveAll(static caller => !caller.Next());
            var ready = new List<Socket>(connections);
            while (open.Count > 0)
            {
                ready.Clear();
                foreach (var caller in open) ready.Add(caller.Socket!);
                Socket.Select(ready, null, null, Timeout.Infinite);

                // What is ready stands in the order of the callers.
                var at = 0;
                open.RemoveAll(caller =>
                    at < ready.Count && ready[at] == caller.Socket && ++at > 0 && caller.Take() && !caller.Next());
            }
        }
        finally
        {
            open.ForEach(static caller => caller.Dispose());
        }
    }

    private sealed class Caller : IDisposable
    {
        private readonly HttpConnection _connection;
        private readonly IEnumerator<byte[]> _requests;
        private Answer _last;

        public Caller(int port, Func<Func<Answer>, IEnumerable<byte[]>> requests)
        {
            _connection = new(port);
            _requests = requests(() => _last).GetEnumerator();
        }

        public Socket? Socket { get; private set; }

        public bool Next()
        {
            if (!_requests.MoveNext())
            {
                Dispose();
                return false;
            }

            Socket = _connection.Begin(_requests.Current);
            return true;
        }

        public bool Take()
        {
            if (_connection.Take(wantBody: true) is not { } answer) return false;
            _last = answer;
            return true;
        }

        public void Dispose()
        {
            _requests.Dispose();
            _connection.Dispose();
        }
    }
}
