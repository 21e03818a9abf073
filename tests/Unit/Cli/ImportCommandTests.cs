using System.Diagnostics;
using System.Net;
using System.Text;
using Orrery.Cli.Stores;
using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary>Folders that are brought into buckets of a running program.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Signed =
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, "
        + "Signature=0";

    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_comes_whole_and_once_and_what_changed_comes_again()
    {
        await using var orrery = await OrreryHost.StartAsync();
        await SendAsync(orrery, "PUT", "/a-bucket");
        Write("a/ü b.txt", "1");
        Write("empty", "");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "large"), Large());
        var first = await TypeAsync(orrery, "s3", "import", _folder, "a-bucket", "--prefix", "in/");
        Assert.True(first.Code == 0, first.Complaints);
        Assert.Contains("3 files are in a-bucket, 0 of them were there already", first.Output);
        Assert.Equal("1", Encoding.UTF8.GetString(await SendAsync(orrery, "GET", "/a-bucket/in/a/%C3%BC%20b.txt")));
        Assert.Equal(Sum(Large()), Sum(await SendAsync(orrery, "GET", "/a-bucket/in/large")));
        Write("empty", "no more");
        var second = await TypeAsync(orrery, "s3", "import", _folder, "a-bucket", "--prefix", "in/");
        Assert.Contains("2 of them were there already", second.Output, StringComparison.Ordinal);
        Assert.Equal("no more", Encoding.UTF8.GetString(await SendAsync(orrery, "GET", "/a-bucket/in/empty")));
    }

    [Fact]
    public async Task What_a_bucket_uses_is_told_of_buckets_that_are_there()
    {
        await using var orrery = await OrreryHost.StartAsync();
        await SendAsync(orrery, "PUT", "/a-bucket");
        var there = await TypeAsync(orrery, "s3", "usage", "a-bucket");
        Assert.True(there.Code == 0, there.Complaints);
        foreach (var bill in (string[][])[[], ["--bill"]])
        {
            var missing = await TypeAsync(orrery, ["s3", "usage", "nope-zz", .. bill]);
            Assert.Equal(1, missing.Code);
            Assert.Contains("There is no bucket nope-zz", missing.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_large_file_goes_on_at_the_part_where_it_was()
    {
        await using var orrery = await OrreryHost.StartAsync();
        await SendAsync(orrery, "PUT", "/a-bucket");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "large"), Large());
        var begun = Encoding.UTF8.GetString(await SendAsync(orrery, "POST", "/a-bucket/large?uploads"));
        var id = begun.Split("<UploadId>")[1].Split('<')[0];
        await SendAsync(
            orrery, "PUT", $"/a-bucket/large?partNumber=1&uploadId={id}", Large()[..Importer.PartSize]);
        var counting = new Counting();
        var typed = await TypeAsync(orrery, counting, "s3", "import", _folder, "a-bucket");
        Assert.True(typed.Code == 0, typed.Complaints);
        Assert.Equal(["2"], counting.Parts);
        Assert.Equal(Sum(Large()), Sum(await SendAsync(orrery, "GET", "/a-bucket/large")));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_and_a_folder_that_is_none_are_told()
    {
        await using var orrery = await OrreryHost.StartAsync();
        var typed = await TypeAsync(orrery, "s3", "import", _folder, "a-bucket");
        Assert.Equal(2, typed.Code);
        Assert.Contains("There is no bucket a-bucket.", typed.Complaints, StringComparison.Ordinal);
        typed = await TypeAsync(orrery, "s3", "import", Path.Combine(_folder, "none"), "a-bucket");
        Assert.Contains("is no folder", typed.Complaints, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkfifo pipe", "pipe is no file, but a pipe, a socket or a device")]
    [InlineData("mkdir \"$(printf 'bad\\377')\"", "is not UTF-8")]
    [InlineData("touch \"$(printf 'bad\\377')\"", "is not UTF-8")]
    public async Task What_can_be_no_object_is_named_before_anything_is_sent(string made, string told)
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var orrery = await OrreryHost.StartAsync();
        await SendAsync(orrery, "PUT", "/a-bucket");
        Write("a", "1");
        await ShellAsync(made);
        var typed = await TypeAsync(orrery, "s3", "import", _folder, "a-bucket");
        Assert.Equal(2, typed.Code);
        Assert.Contains(told, typed.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<Key>", Encoding.UTF8.GetString(await SendAsync(orrery, "GET", "/a-bucket")), StringComparison.Ordinal);
        // .NET cannot name what is there now.
        await ShellAsync("rm -r bad* pipe 2> /dev/null");
    }

    [Fact]
    public void A_line_tells_how_far_it_is()
    {
        var line = ImportLine.Of(new(10, 4 << 20, 3, 1 << 20, 0), TimeSpan.FromSeconds(2));
        Assert.Equal("██████░░░░░░░░░░░░░░░░░░  25 %  3 of 10 files  1.0 MiB of 4.0 MiB  0 MiB/s  0:06 left", line);
        Assert.Contains("100 %", ImportLine.Of(new(0, 0, 0, 0, 0), TimeSpan.Zero), StringComparison.Ordinal);
    }

    private async Task ShellAsync(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { WorkingDirectory = _folder })!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static byte[] Large()
    {
        var bytes = new byte[Importer.PartSize + 1000];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 31 >> 3);
        return bytes;
    }

    private static string Sum(byte[] bytes) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes));

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static Task<Typed> TypeAsync(OrreryHost orrery, params string[] words) =>
        TypeAsync(orrery, new Counting(), words);

    private static Task<Typed> TypeAsync(OrreryHost orrery, Counting counting, params string[] words) =>
        Typed.RunAsync(
            new Setting { Server = counting }, [.. words, "--endpoint", orrery.Endpoint.ToString()]);

    private static async Task<byte[]> SendAsync(OrreryHost orrery, string method, string path, byte[]? body = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.TryAddWithoutValidation("Authorization", Signed);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        if (body is not null) request.Content = new ByteArrayContent(body);
        using var response = await orrery.Http.SendAsync(request);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }

    // Remembers which parts were sent.
    private sealed class Counting() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        public List<string> Parts { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Query.Split("partNumber=") is [_, var rest]) Parts.Add(rest.Split('&')[0]);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
