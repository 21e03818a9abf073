using System.Text;
using System.Text.RegularExpressions;
using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.Ec2;
using Orrery.Stores.Sqlite;
using Orrery.Wire.Generated.Catalog;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Operations;

/// <summary>Source: EC2 API Reference, "Ensuring idempotency in Amazon EC2 API requests".</summary>
public sealed partial class ClientTokenTests : IDisposable
{
    private const string Launch = "Action=RunInstances&Version=2016-11-15&ImageId=ami-0123456789abcdef0&MinCount=1"
        + "&MaxCount=1&ClientToken=once&InstanceType=";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-tokens-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_same_request_is_answered_the_same_for_a_day_and_launches_nothing_also_after_a_restart()
    {
        string first;
        await using (var worlds = Open())
        {
            first = (await CallAsync(worlds, Launch + "t3.micro")).Body;
            Assert.Equal(first, (await CallAsync(worlds, Launch + "t3.micro")).Body);
        }

        await using (var worlds = Open())
        {
            Assert.Equal(first, (await CallAsync(worlds, Launch + "t3.micro")).Body);
            Assert.Single(Ids().Matches((await CallAsync(worlds, "Action=DescribeInstances&Version=2016-11-15")).Body));
            await (await worlds.GetOrCreateAsync("w")).Clock.AdvanceAsync(TimeSpan.FromHours(24));
            Assert.NotEqual(first, (await CallAsync(worlds, Launch + "t3.micro")).Body);
        }
    }

    [Fact]
    public async Task Another_request_with_the_token_is_refused_and_launches_nothing()
    {
        await using var worlds = Open();
        await CallAsync(worlds, Launch + "t3.micro");
        var (status, body) = await CallAsync(worlds, Launch + "t3.small");
        Assert.Equal(400, status);
        Assert.Contains("<Code>IdempotentParameterMismatch</Code>", body);
        Assert.Single(Ids().Matches((await CallAsync(worlds, "Action=DescribeInstances&Version=2016-11-15")).Body));
    }

    [GeneratedRegex("<instanceId>i-[0-9a-f]{17}</instanceId><imageId>")]
    private static partial Regex Ids();

    [GeneratedRegex("<requestId>.*?</requestId>")]
    private static partial Regex RequestId();

    private static House House() =>
        new([Ec2Service.Registration], Ports.None.With<IQuotas>(new Quotas([])));

    private Worlds Open() => new(
        House().Blueprint, new SqliteStorage(_folder), new() { Start = Start, Mode = ClockMode.Stepped });

    // The answer without what tells requests apart.
    private static async Task<(int Status, string Body)> CallAsync(Worlds worlds, string form)
    {
        const string Key = "Credential=test/20260101/eu-west-1/ec2/aws4_request";
        var dispatcher = new Dispatcher(
            House(), new WireCatalog(), WireCatalog.Services, new() { DefaultAccount = "123456789012" });
        var handled = await dispatcher.HandleAsync(
            await worlds.GetOrCreateAsync("w"),
            new()
            {
                Method = "POST",
                RawPath = "/",
                Headers = new WireHeaders
                {
                    { "Host", "localhost" },
                    { "X-Amz-Date", "20260101T000000Z" },
                    { "Content-Type", "application/x-www-form-urlencoded" },
                    { "Authorization", $"AWS4-HMAC-SHA256 {Key}, SignedHeaders=host, Signature=00" },
                },
                Body = new(Encoding.UTF8.GetBytes(form)),
            },
            Start);
        var body = Encoding.UTF8.GetString(handled.Response.Body.Span);
        return (handled.Response.Status, RequestId().Replace(body, ""));
    }
}
