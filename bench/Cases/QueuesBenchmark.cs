using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>
/// Messages sent, received and deleted: Orrery answers once each step is in its SQLite file; moto keeps them in memory.
/// </summary>
public sealed class QueuesBenchmark : IBenchmark
{
    private const int Connections = 32;

    /// <inheritdoc/>
    public string Name => "queues";

    /// <inheritdoc/>
    public string Title => "Send, receive and delete a message at 32 connections (orrery: durable, moto: in memory)";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        if (ServerKind.Moto() is not { } moto) return [Row.Skipped("against moto", "no moto_server here")];
        using var ours = await Server.StartAsync(ServerKind.Orrery(options.Orrery));
        using var theirs = await Server.StartAsync(moto);
        var cycles = new[] { await QueueCycles.StartAsync(ours.Port), await QueueCycles.StartAsync(theirs.Port) };
        var rates = new[] { new List<double>(), new List<double>() };
        var (most, longest) = (options.Sized(200_000L, 16L), TimeSpan.FromSeconds(options.Sized(3, 10)));

        // In turns, so that whatever else the machine does falls on both; the first turn warms.
        for (var run = 0; run <= options.Sized(5, 0); run++)
        {
            for (var each = 0; each < cycles.Length; each++)
            {
                var rate = await cycles[each].RunAsync(Connections, most, longest);
                if (run > 0 || options.Tiny) rates[each].Add(rate);
            }
        }

        return [new("whole cycles", Median.Of(rates[0]), "/s", moto.Name, Median.Of(rates[1]), Bar.Floor(50))];
    }
}
