using System.Diagnostics;

namespace Orrery.Bench.Load;

/// <summary>
/// Sends requests over several connections at once, each one after the other's answer, up to a count and a time.
/// </summary>
public sealed class LoadGenerator
{
    private readonly int _port;
    private readonly int _connections;
    private readonly long _most;
    private readonly TimeSpan _longest;

    /// <summary>Bounds a run.</summary>
    public LoadGenerator(int port, int connections, long most, TimeSpan longest)
    {
        _port = port;
        _connections = connections;
        _most = most;
        _longest = longest;
    }

    /// <summary>Runs it; <paramref name="request"/> makes the request of a running number.</summary>
    public async Task<LoadResult> RunAsync(Func<long, byte[]> request)
    {
        long next = 0, answered = 0, refused = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, _connections).Select(_ => Task.Run(ConnectionAsync)));
        return new(answered, refused, watch.Elapsed.TotalSeconds);

        async Task ConnectionAsync()
        {
            using var connection = new HttpConnection(_port);
            while (watch.Elapsed < _longest)
            {
                var number = Interlocked.Increment(ref next);
                if (number > _most) return;
                var answer = await connection.SendAsync(request(number));
                Interlocked.Increment(ref answer.Status == 200 ? ref answered : ref refused);
            }
        }
    }
}
