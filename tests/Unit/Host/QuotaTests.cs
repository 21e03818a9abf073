using System.Text.RegularExpressions;
using Orrery.Host;
using Orrery.Host.Composition;
using Orrery.Testing;

namespace Orrery.Tests.Host;

public sealed partial class QuotaTests
{
    private const string CreateVpc =
        "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.0.0.0%2F16";

    [Fact]
    public async Task A_raised_quota_lets_more_through_and_the_next_one_is_refused_as_by_AWS()
    {
        await using var orrery = await OrreryHost.StartAsync(options => options with
        {
            Quotas = new Dictionary<string, int> { ["L-F678F1CE"] = 2 },
        });
        Assert.DoesNotContain("VpcLimitExceeded", await PostAsync(orrery));
        Assert.Contains("VpcLimitExceeded", await PostAsync(orrery));
    }

    [Fact]
    public async Task A_quota_that_no_service_has_stops_the_start()
    {
        var problem = await Assert.ThrowsAsync<StartException>(() => OrreryHost.StartAsync(options => options with
        {
            Quotas = new Dictionary<string, int> { ["L-00000000"] = 2 },
        }));
        Assert.Contains("L-00000000", problem.Message);
        Assert.Equal("orrery quotas", problem.Hint);
    }

    [Fact]
    public void Every_quota_code_in_the_sources_is_declared_once_and_listed()
    {
        var listed = QuotaTable.All().Select(quota => quota.Code).ToList();
        Assert.Equal(listed.Distinct(), listed);
        var root = Environment.GetEnvironmentVariable("ORRERY_ROOT") ?? Up(AppContext.BaseDirectory);
        var used = Directory.EnumerateFiles(Path.Combine(root, "src", "Services"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .SelectMany(line => Code().Matches(line).Select(match => match.Groups[1].Value))
            .ToHashSet();
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(listed));
    }

    private static async Task<string> PostAsync(OrreryHost orrery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(CreateVpc, null, "application/x-www-form-urlencoded"),
        };
        var now = TimeProvider.System.GetUtcNow();
        request.Headers.TryAddWithoutValidation("X-Amz-Date", $"{now:yyyyMMdd'T'HHmmss'Z'}");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/{now:yyyyMMdd}/us-east-1/ec2/aws4_request, "
            + $"SignedHeaders=host;x-amz-date, Signature={new string('0', 64)}");
        using var answer = await orrery.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Up(string folder) =>
        File.Exists(Path.Combine(folder, "Orrery.slnx")) ? folder : Up(Path.GetDirectoryName(folder.TrimEnd('/'))!);

    [GeneratedRegex("\"(L-[0-9A-F]{8})\"")]
    private static partial Regex Code();
}
