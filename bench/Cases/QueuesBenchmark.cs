using System.Globalization;
using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>
/// Messages sent, received and deleted: Orrery answers once each step is in its SQLite file; moto keeps them in memory.
/// </summary>
public sealed class QueuesBenchmark : IBenchmark
{
    /// <summary>A caller alone, few, many. The bar is for what each serves at the number that suits it best.</summary>
    private static readonly int[] Connections = [1, 8, 32, 128];

    /// <inheritdoc/>
    public string Name => "queues";

    /// <inheritdoc/>
    public string Title => "Send, receive and delete a message (orrery: durable, moto: in memory)";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        if (ServerKind.Moto() is not { } moto) return [Row.Skipped("against moto", "no moto_server here")];
        using var ours = await Server.StartAsync(ServerKind.Orrery(options.Orrery));
        using var theirs = await Server.StartAsync(moto);
        QueueCycles[] servers = [await QueueCycles.StartAsync(ours.Port), await QueueCycles.StartAsync(theirs.Port)];
        var rows = new List<Row>();
        foreach (var connections in Connections)
        {
            var (our, their) = await MeasureAsync(servers, connections, options);
            rows.Add(new(WhatOf(connections), our, "/s", moto.Name, their, null));
        }

        var best = (Ours: rows.Max(static row => row.Ours), Theirs: rows.Max(static row => row.Theirs));
        rows.Add(new("whole cycles, at most", best.Ours, "/s", moto.Name, best.Theirs, Bar.Floor(50)));
        return rows;
    }

    /// <summary>In turns, so that whatever else the machine does falls on both; the first turn warms.</summary>
    private static async Task<(double Ours, double Theirs)> MeasureAsync(
        QueueCycles[] servers, int connections, BenchOptions options)
    {
        var rates = new[] { new List<double>(), new List<double>() };
        var (most, longest) = (options.Sized(200_000L, 16L), TimeSpan.FromSeconds(options.Sized(3, 10)));
        for (var run = 0; run <= options.Sized(5, 0); run++)
        {
            for (var each = 0; each < servers.Length; each++)
            {
                var rate = await servers[each].RunAsync(connections, most, longest);
                if (run > 0 || options.Tiny) rates[each].Add(rate);
            }
        }

        return (Median.Of(rates[0]), Median.Of(rates[1]));
    }

    private static string WhatOf(int connections) => connections == 1
        ? "whole cycles, one connection"
        : string.Create(CultureInfo.InvariantCulture, $"whole cycles, {connections} connections");
}
