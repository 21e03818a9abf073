using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>Answers a second under load, of one server in several bounded runs.</summary>
public static class Throughput
{
    private const int Connections = 16;

    /// <summary>Starts a server, warms it, and takes the median of the runs. Any refused request is an error.</summary>
    /// <param name="kind">The server.</param>
    /// <param name="options">The size of the run.</param>
    /// <param name="prepare">Makes what the requests need, and the requests themselves.</param>
    public static async Task<double> OfAsync(
        ServerKind kind, BenchOptions options, Func<Server, Task<Func<long, byte[]>>> prepare)
    {
        using var server = await Server.StartAsync(kind);
        var request = await prepare(server);
        var most = options.Sized(200_000L, 64L);
        var longest = TimeSpan.FromSeconds(options.Sized(4, 10));
        var rates = new List<double>();
        for (var run = 0; run <= options.Sized(3, 0); run++)
        {
            var result = await new LoadGenerator(server.Port, Connections, most, longest).RunAsync(request);
            if (result.Refused > 0 || result.Answered == 0)
                throw new InvalidOperationException($"{kind.Name}: {result}");
            if (run > 0 || options.Tiny) rates.Add(result.PerSecond);
        }

        return Median.Of(rates);
    }
}
