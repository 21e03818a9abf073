using System.Collections.Concurrent;

namespace Orrery.Stores.Sqlite;

/// <summary>Connections for readers of one file: as many as read at once.</summary>
internal sealed class SqlitePool(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _closed;

    public string Path => path;

    public T Use<T>(Func<SqliteSession, T> body)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (!_idle.TryTake(out var session))
            session = new(path);
        try
        {
            return body(session);
        }
        finally
        {
            _idle.Add(session);
            if (_closed)
                Drain();
        }
    }

    public void Dispose()
    {
        _closed = true;
        Drain();
    }

    private void Drain()
    {
        while (_idle.TryTake(out var session))
            session.Dispose();
    }
}
