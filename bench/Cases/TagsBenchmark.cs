using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>
/// Writes under load: CreateTags, which Orrery answers once they are in its SQLite file; moto keeps them in memory.
/// </summary>
public sealed class TagsBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "tags";

    /// <inheritdoc/>
    public string Title => "CreateTags at 16 connections (orrery: durable, moto: in memory)";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        if (ServerKind.Moto() is not { } moto) return [Row.Skipped("against moto", "no moto_server here")];
        var rates = await Throughput.OfAsync([ServerKind.Orrery(options.Orrery), moto], options, PrepareAsync);
        return [new("orrery", rates[0], "/s", moto.Name, rates[1], Bar.Floor(20))];
    }

    private static async Task<Func<long, byte[]>> PrepareAsync(Server server)
    {
        using var connection = new HttpConnection(server.Port);
        var made = await connection.SendAsync(Requests.CreateVpc(), wantBody: true);
        var start = made.Body.IndexOf("<vpcId>", StringComparison.Ordinal) + "<vpcId>".Length;
        var id = made.Body[start..made.Body.IndexOf("</vpcId>", StringComparison.Ordinal)];
        return number => Requests.CreateTags(id, number);
    }
}
