using System.Text;
using System.Text.Json;
using Orrery.Kernel;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.Sqs;
using Orrery.Stores.Sqlite;
using Orrery.Wire.Generated.Catalog;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Services.Sqs;

public sealed class WaitTests
{
    private const string Url = "http://localhost:4566/123456789012/jobs";

    [Fact]
    public async Task A_long_poll_is_woken_by_a_message_and_commits_nothing_while_it_waits()
    {
        await using var worlds = Open(new MemoryStorage(), ClockMode.Stepped);
        var world = await worlds.GetOrCreateAsync("w");
        await CallAsync(world, "CreateQueue", "{\"QueueName\":\"jobs\"}");
        var before = world.Current.Sequence;
        var poll = CallAsync(world, "ReceiveMessage", $"{{\"QueueUrl\":\"{Url}\",\"WaitTimeSeconds\":20}}");
        await world.ExecuteAsync(new(Orrery.Kernel.State.Scope.World, Orrery.Kernel.Calls.Caller.Kernel, "t", "r"), _ => true);
        Assert.False(poll.IsCompleted);
        Assert.Equal(before, world.Current.Sequence);
        await CallAsync(world, "SendMessage", $"{{\"QueueUrl\":\"{Url}\",\"MessageBody\":\"hello\"}}");
        Assert.Contains("\"hello\"", (await poll).Body);
    }

    [Fact]
    public async Task A_long_poll_ends_when_the_stepped_clock_passes_its_deadline()
    {
        await using var worlds = Open(new MemoryStorage(), ClockMode.Stepped);
        var world = await worlds.GetOrCreateAsync("w");
        await CallAsync(world, "CreateQueue", "{\"QueueName\":\"jobs\"}");
        var poll = CallAsync(world, "ReceiveMessage", $"{{\"QueueUrl\":\"{Url}\",\"WaitTimeSeconds\":20}}");
        while (!poll.IsCompleted)
            await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("{}", (await poll).Body);
    }

    [Fact]
    public async Task A_client_that_goes_takes_no_message_with_it()
    {
        await using var worlds = Open(new MemoryStorage(), ClockMode.Live);
        var world = await worlds.GetOrCreateAsync("w");
        await CallAsync(world, "CreateQueue", "{\"QueueName\":\"jobs\"}");
        using var gone = new CancellationTokenSource();
        var receive = $"{{\"QueueUrl\":\"{Url}\",\"WaitTimeSeconds\":20}}";
        var poll = CallAsync(world, "ReceiveMessage", receive, gone.Token);
        gone.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        await CallAsync(world, "SendMessage", $"{{\"QueueUrl\":\"{Url}\",\"MessageBody\":\"hello\"}}");
        Assert.Contains("\"hello\"", (await CallAsync(world, "ReceiveMessage", receive)).Body);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("orrery-sqs-").FullName;
        try
        {
            await using (var worlds = Open(new SqliteStorage(folder), ClockMode.Stepped))
            {
                var world = await worlds.GetOrCreateAsync("w");
                await CallAsync(world, "CreateQueue", "{\"QueueName\":\"jobs\"}");
                for (var i = 0; i < 5; i++)
                    await CallAsync(world, "SendMessage", $"{{\"QueueUrl\":\"{Url}\",\"MessageBody\":\"m{i}\"}}");
                var first = await CallAsync(world, "ReceiveMessage", $"{{\"QueueUrl\":\"{Url}\"}}");
                using var body = JsonDocument.Parse(first.Body);
                var handle = body.RootElement.GetProperty("Messages")[0].GetProperty("ReceiptHandle").GetString();
                await CallAsync(world, "DeleteMessage", $"{{\"QueueUrl\":\"{Url}\",\"ReceiptHandle\":\"{handle}\"}}");
                await CallAsync(world, "ReceiveMessage", $"{{\"QueueUrl\":\"{Url}\"}}");
            }
            await using (var worlds = Open(new SqliteStorage(folder), ClockMode.Stepped))
            {
                var world = await worlds.GetOrCreateAsync("w");
                var receive = $"{{\"QueueUrl\":\"{Url}\",\"MaxNumberOfMessages\":10}}";
                var rest = (await CallAsync(world, "ReceiveMessage", receive)).Body;
                Assert.All((string[])["m2", "m3", "m4"], message => Assert.Contains(message, rest));
                Assert.DoesNotContain("m1", rest);
                await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
                var back = (await CallAsync(world, "ReceiveMessage", receive)).Body;
                Assert.Contains("m1", back);
                Assert.DoesNotContain("m0", back);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("SendMessage", "{\"QueueUrl\":\"http://x/123456789012/none\",\"MessageBody\":\"x\"}",
        "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue;Sender")]
    [InlineData("CreateQueue", "{\"QueueName\":\"a b\"}",
        "InvalidParameterValueException", "InvalidParameterValue;Sender")]
    public async Task Errors_bear_the_old_codes_too(string operation, string json, string type, string header)
    {
        await using var worlds = Open(new MemoryStorage(), ClockMode.Stepped);
        var answer = await CallAsync(await worlds.GetOrCreateAsync("w"), operation, json);
        Assert.Contains(type, answer.Body);
        Assert.Equal(header, answer.Error);
    }

    private static Worlds Open(IStorage storage, ClockMode mode) =>
        new(new House([SqsService.Registration], Ports.None).Blueprint, storage,
            new() { Start = Rig.Start, Mode = mode });

    private static async Task<(string Body, string? Error)> CallAsync(
        World world, string operation, string json, CancellationToken gone = default)
    {
        var dispatcher = new Dispatcher(
            new([SqsService.Registration], Ports.None), new WireCatalog(), WireCatalog.Services,
            new() { DefaultAccount = "123456789012" });
        const string Key = "Credential=test/20260101/eu-west-1/sqs/aws4_request";
        var handled = await dispatcher.HandleAsync(
            world,
            new()
            {
                Method = "POST",
                RawPath = "/",
                Headers = new WireHeaders
                {
                    { "Host", "localhost" },
                    { "X-Amz-Date", "20260101T000000Z" },
                    { "X-Amz-Target", $"AmazonSQS.{operation}" },
                    { "Content-Type", "application/x-amz-json-1.0" },
                    { "Authorization", $"AWS4-HMAC-SHA256 {Key}, SignedHeaders=host, Signature=00" },
                },
                Body = new(Encoding.UTF8.GetBytes(json)),
            },
            Rig.Start,
            gone);
        var error = handled.Response.Headers.Get("x-amzn-query-error");
        return (Encoding.UTF8.GetString(handled.Response.Body.Span), error);
    }
}
