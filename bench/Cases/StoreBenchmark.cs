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
        var nginx = ServerKind.Nginx(Bucket + "/k", large.Length);
        var moto = ServerKind.Moto();
        List<ServerKind> readers = [orrery];
        readers.AddRange(new[] { moto, nginx }.OfType<ServerKind>());
        var reads = await Throughput.OfAsync(readers, options, server => ReadAsync(server, large));
        foreach (var (reader, what, least) in new[] { (moto, "moto_server", 10), (nginx, "nginx", 0.6) })
        {
            rows.Add(reader is null
                ? Row.Skipped("GET 1 MiB", $"no {what} here")
                : new("GET 1 MiB", reads[0], "/s", what, reads[readers.IndexOf(reader)], Bar.Floor(least)));
        }

        if (moto is not null)
        {
            var writes = await Throughput.OfAsync([orrery, moto], options, server => WriteAsync(server, large));
            rows.Add(new("PUT 1 MiB", writes[0], "/s", moto.Name, writes[1], Bar.Floor(10)));
        }
        else
        {
            rows.Add(Row.Skipped("PUT 1 MiB", "no moto_server here"));
        }

        var (puts, copies) = await WithCopiesAsync(orrery, options, large);
        rows.Add(new("PUT 1 MiB, kept by the disk", puts, "/s", "plain copies, synced", copies, Bar.Floor(0.4)));
        return rows;
    }

    /// <summary>What the program takes, and what the disk takes without it, in turns.</summary>
    private static async Task<(double Puts, double Copies)> WithCopiesAsync(
        ServerKind orrery, BenchOptions options, byte[] bytes)
    {
        List<double> puts = [], copies = [];
        for (var run = 0; run < options.Sized(3, 1); run++)
        {
            puts.Add((await Throughput.OfAsync([orrery], options, server => WriteAsync(server, bytes)))[0]);
            copies.Add(await PlainCopies.RateAsync(bytes, 16, TimeSpan.FromSeconds(options.Sized(3.0, 0.1))));
        }

        return (Median.Of(puts), Median.Of(copies));
    }

    // The bare program answers anything with its one document, and nginx with nothing: neither keeps what is put there.
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
