using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>Objects over HTTP at 16 connections: 1 MiB put and got, 4 KiB got.</summary>
public sealed class StoreBenchmark : IBenchmark
{
    private const string Bucket = "/bench-bucket";

    /// <inheritdoc/>
    public string Name => "s3";

    /// <inheritdoc/>
    public string Title => "Objects of S3 at 16 connections";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var orrery = ServerKind.Orrery(options.Orrery, "--quiet");
        var (large, small) = (new byte[1024 * 1024], new byte[4096]);
        var bare = ServerKind.Bare(options.Bare);
        var got = await Throughput.OfAsync([orrery, bare], options, server => ReadAsync(server, small));
        List<Row> rows = [new("GET 4 KiB", got[0], "/s", bare.Name, got[1], Bar.Floor(0.4))];
        if (ServerKind.Moto() is { } moto)
        {
            var reads = await Throughput.OfAsync([orrery, moto], options, server => ReadAsync(server, large));
            var writes = await Throughput.OfAsync([orrery, moto], options, server => WriteAsync(server, large));
            rows.Add(new("GET 1 MiB", reads[0], "/s", moto.Name, reads[1], Bar.Floor(10)));
            rows.Add(new("PUT 1 MiB", writes[0], "/s", moto.Name, writes[1], Bar.Floor(10)));
        }
        else
        {
            rows.Add(Row.Skipped("1 MiB against moto", "no moto_server here"));
        }

        rows.Add(Row.Skipped("GET 1 MiB against nginx", "this benchmark starts no nginx"));
        return rows;
    }

    // The bare program answers anything with its one document: what it says to the requests before is not looked at.
    private static async Task<Func<long, byte[]>> ReadAsync(Server server, byte[] bytes)
    {
        await MakeAsync(server);
        await SendAsync(server, Requests.S3("PUT", Bucket + "/k", bytes));
        var request = Requests.S3("GET", Bucket + "/k");
        return _ => request;
    }

    private static async Task<Func<long, byte[]>> WriteAsync(Server server, byte[] bytes)
    {
        await MakeAsync(server);
        byte[][] requests = [.. Enumerable.Range(0, 16).Select(n => Requests.S3("PUT", $"{Bucket}/k{n}", bytes))];
        return number => requests[number % requests.Length];
    }

    private static Task MakeAsync(Server server) => SendAsync(server, Requests.S3("PUT", Bucket));

    private static async Task SendAsync(Server server, byte[] request)
    {
        using var connection = new HttpConnection(server.Port);
        var answer = await connection.SendAsync(request, wantBody: true);
        if (answer.Status != 200) throw new InvalidOperationException($"status {answer.Status}: {answer.Body}");
    }
}
