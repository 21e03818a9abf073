using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>
/// What permissions cost: DescribeVpcs by a user with ten policies of ten statements, against the same by the root
/// user, whose signature is verified too and whom no policy is asked about.
/// </summary>
public sealed class EnforcementBenchmark : IBenchmark
{
    private const string Iam = "Version=2010-05-08&Action=";
    private const string Describe = "Action=DescribeVpcs&Version=2016-11-15";

    /// <inheritdoc/>
    public string Name => "enforcement";

    /// <inheritdoc/>
    public string Title => "DescribeVpcs by a user and by the root user, at 16 connections";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        List<ServerKind> kinds = [ServerKind.Orrery(options.Orrery), ServerKind.Orrery(options.Orrery)];
        var isUser = false;
        var rates = await Throughput.OfAsync(kinds, options, async server =>
        {
            var key = await KeyAsync(server, isUser);
            isUser = true;
            var request = SignedRequest.Of(key, "ec2", Describe, DateTimeOffset.UtcNow);
            return _ => request;
        });
        return [new("by a user", rates[1], "/s", "by the root user", rates[0], Bar.Floor(0.9))];
    }

    private static async Task<(string Id, string Secret)> KeyAsync(Server server, bool isUser)
    {
        using var connection = new HttpConnection(server.Port);
        if (!isUser) return Read(await SendAsync(connection, "CreateAccessKey"));
        await SendAsync(connection, "CreateUser&UserName=ann");
        for (var policy = 0; policy < 10; policy++)
        {
            var name = $"p{policy}";
            await SendAsync(
                connection,
                $"CreatePolicy&PolicyName={name}&PolicyDocument={Uri.EscapeDataString(Document(policy == 9))}");
            await SendAsync(
                connection, $"AttachUserPolicy&UserName=ann&PolicyArn=arn:aws:iam::123456789012:policy/{name}");
        }

        return Read(await SendAsync(connection, "CreateAccessKey&UserName=ann"));
    }

    private static string Document(bool isLast) =>
        """{"Version":"2012-10-17","Statement":["""
        + string.Join(',', Enumerable.Range(0, 10).Select(n => $$"""
            {"Effect":"Allow","Resource":"*","Action":"{{(isLast && n == 9 ? "ec2:Describe*" : $"ec2:Run{n}*")}}"}
            """))
        + "]}";

    private static async Task<string> SendAsync(HttpConnection connection, string action)
    {
        var body = Iam + action;
        var answer = await connection.SendAsync(Requests.Iam(body), wantBody: true);
        return answer.Status == 200 ? answer.Body! : throw new InvalidOperationException($"{action}: {answer.Body}");
    }

    private static (string Id, string Secret) Read(string body) =>
        (Between(body, "<AccessKeyId>"), Between(body, "<SecretAccessKey>"));

    private static string Between(string body, string tag)
    {
        var start = body.IndexOf(tag, StringComparison.Ordinal) + tag.Length;
        return body[start..body.IndexOf('<', start)];
    }
}
