using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>
/// Answers a second under load, of several servers in turns, so that whatever else the machine does falls on all.
/// </summary>
public static class Throughput
{
    private const int Connections = 16;

    /// <summary>
    /// Starts the servers, warms each, and takes the median of each one's runs. A refused request is an error where its
    /// kind may not refuse any.
    /// </summary>
    /// <param name="kinds">The servers.</param>
    /// <param name="options">The size of the run.</param>
    /// <param name="prepare">Makes in a server what the requests need, and gives the request of a running
    /// number.</param>
    public static async Task<IReadOnlyList<double>> OfAsync(
        IReadOnlyList<ServerKind> kinds, BenchOptions options, Func<Server, Task<Func<long, byte[]>>> prepare)
    {
        var servers = new List<Server>();
        var requests = new List<Func<long, byte[]>>();
        var rates = kinds.Select(_ => new List<double>()).ToList();
        try
        {
            foreach (var kind in kinds)
            {
                servers.Add(await Server.StartAsync(kind));
                requests.Add(await prepare(servers[^1]));
            }

            for (var run = 0; run <= options.Sized(5, 0); run++)
            {
                for (var each = 0; each < kinds.Count; each++)
                {
                    var rate = await RunAsync(servers[each], kinds[each], requests[each], options);
                    if (run > 0 || options.Tiny) rates[each].Add(rate);
                }
            }

            return [.. rates.Select(Median.Of)];
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
    }

    private static async Task<double> RunAsync(
        Server server, ServerKind kind, Func<long, byte[]> request, BenchOptions options)
    {
        var most = options.Sized(200_000L, 64L);
        var longest = TimeSpan.FromSeconds(options.Sized(3, 10));
        var result = await new LoadGenerator(server.Port, Connections, most, longest).RunAsync(request);
        // Of few requests one is more than a few of a hundred.
        var allowed = kind.MayRefuse == 0 ? 0 : Math.Max(1, result.Answered * kind.MayRefuse);
        return result.Answered > 0 && result.Refused <= allowed
            ? result.PerSecond
            : throw new InvalidOperationException($"{kind.Name}: {result}");
    }
}
