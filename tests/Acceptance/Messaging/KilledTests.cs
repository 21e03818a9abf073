using System.Globalization;
using System.Text.Json;

namespace Orrery.Tests.Acceptance.Messaging;

/// <summary>What the services of messages, events, logs and metrics keep when the program is killed.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Rounds = 2;
    private const int Enough = 30;

    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-killed-").FullName;

    private string File => Path.Combine(_folder, "world.orrery");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Acknowledged_messages_events_lines_and_points_are_there_after_kills_and_count_once()
    {
        var floods = Enumerable.Range(0, 4).Select(_ => new Flood()).ToArray();
        DateTimeOffset start;
        string[] queues;
        await using (var first = await Life.BeginAsync(File))
        {
            start = await first.Speaker.NowAsync();
            queues = await PrepareAsync(first.Speaker);
            await first.KillAsync();
        }

        for (var round = 0; round < Rounds; round++)
        {
            await using var life = await Life.BeginAsync(File);
            Func<int, Task>[] senders = [.. Senders(life.Speaker, start)];
            var reached = senders.Select(_ => new TaskCompletionSource()).ToArray();
            var running = Task.WhenAll(senders.Select((send, i) => floods[i].RunAsync(send, Enough, reached[i])));
            await Task.WhenAll(reached.Select(source => source.Task));
            await life.KillAsync();
            await running;
        }

        await using var last = await Life.BeginAsync(File);
        await last.Speaker.RestAsync("POST", "/_orrery/clock/advance", "orrery", """{"by": "5m"}""");
        floods[0].Check(Numbers(await last.Speaker.BodiesAsync(queues[0])));
        floods[1].Check(Numbers(await last.Speaker.BodiesAsync(queues[1])));
        var lines = await LinesAsync(last.Speaker);
        floods[2].Check(lines);
        Assert.Equal(lines.Count, await last.Speaker.SumAsync("Counted", "Lines", start));
        floods[3].CheckCount(await last.Speaker.SumAsync("Sent", "Points", start));
    }

    [Fact]
    public async Task A_notification_that_could_not_be_posted_is_posted_after_the_restart_and_once()
    {
        using var box = Letterbox.Make();
        string topic;
        await using (var first = await Life.BeginAsync(File))
        {
            topic = await first.Speaker.TopicsAsync("CreateTopic", "TopicArn", ("Name", "orders"));
            await first.Speaker.TopicsAsync(
                "Subscribe", "SubscriptionArn", ("TopicArn", topic), ("Protocol", "http"), ("Endpoint", box.Url));
            var token = Member(await box.NextAsync(), "Token");
            await first.Speaker.TopicsAsync(
                "ConfirmSubscription", "SubscriptionArn", ("TopicArn", topic), ("Token", token));
            box.Close();
            await first.Speaker.TopicsAsync("Publish", "MessageId", ("TopicArn", topic), ("Message", "before"));
            await first.KillAsync();
        }

        box.Open();
        await using var next = await Life.BeginAsync(File);
        await next.Speaker.RestAsync("POST", "/_orrery/clock/advance", "orrery", """{"by": "1h"}""");
        Assert.Equal("before", Member(await box.NextAsync(), "Message"));
        await next.Speaker.TopicsAsync("Publish", "MessageId", ("TopicArn", topic), ("Message", "after"));
        Assert.Equal("after", Member(await box.NextAsync(), "Message"));
    }

    [Fact]
    public async Task Schedules_that_were_due_while_nothing_ran_fire_at_their_instants_and_once()
    {
        string[] urls;
        DateTimeOffset start;
        await using (var first = await Life.BeginAsync(File, "stepped"))
        {
            var speaker = first.Speaker;
            start = await speaker.NowAsync();
            urls = [await speaker.QueueAsync("hourly"), await speaker.QueueAsync("single")];
            await RuleAsync(speaker, "hourly", "\"ScheduleExpression\": \"rate(1 hour)\"", "");
            var role = await speaker.RoleAsync("scheduler", "scheduler.amazonaws.com", "sqs:SendMessage");
            var at = start.AddHours(1.5).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            await speaker.RestAsync("POST", "/schedules/single", "scheduler", $$$"""
                {"ScheduleExpression": "at({{{at}}})", "FlexibleTimeWindow": {"Mode": "OFF"},
                 "Target": {"Arn": "{{{Speaker.QueueArn("single")}}}", "RoleArn": "{{{role}}}", "Input": "now"}}
                """);
            await speaker.RestAsync("POST", "/_orrery/clock/rate", "orrery", """{"rate": 7200}""");
            await speaker.RestAsync("POST", "/_orrery/clock/mode", "orrery", """{"mode": "live"}""");
            await first.KillAsync();
        }

        // It is up again at once: so it is killed until enough hours have passed.
        DateTimeOffset seen;
        do seen = await NowOfOneAsync();
        while (seen <= start.AddHours(2));

        await using var next = await Life.BeginAsync(File);
        await next.Speaker.RestAsync("POST", "/_orrery/clock/mode", "orrery", """{"mode": "stepped"}""");
        var now = await next.Speaker.NowAsync();
        var fired = (await next.Speaker.BodiesAsync(urls[0])).Select(body => Instant(Member(body, "time")));
        var hours = (int)(now - start).TotalHours;
        Assert.Equal(
            Enumerable.Range(1, hours).Select(hour => start.AddHours(hour).ToUnixTimeSeconds()),
            fired.Select(instant => instant.ToUnixTimeSeconds()).Order());
        Assert.Equal(["now"], await next.Speaker.BodiesAsync(urls[1]));

        async Task<DateTimeOffset> NowOfOneAsync()
        {
            await using var life = await Life.BeginAsync(File);
            var at = await life.Speaker.NowAsync();
            await life.KillAsync();
            return at;
        }
    }

    private static async Task<string[]> PrepareAsync(Speaker speaker)
    {
        string[] urls = [await speaker.QueueAsync("topic"), await speaker.QueueAsync("bus")];
        var topic = await speaker.TopicsAsync("CreateTopic", "TopicArn", ("Name", "orders"));
        await speaker.TopicsAsync(
            "Subscribe", "SubscriptionArn", ("TopicArn", topic), ("Protocol", "sqs"),
            ("Endpoint", Speaker.QueueArn("topic")), ("Attributes.entry.1.key", "RawMessageDelivery"),
            ("Attributes.entry.1.value", "true"));
        await RuleAsync(
            speaker, "bus", """ "EventPattern": "{\"source\": [\"shop\"]}" """, """, "InputPath": "$.detail.n" """);
        await speaker.JsonAsync("logs", "Logs_20140328.CreateLogGroup", """{"logGroupName": "app"}""");
        await speaker.JsonAsync(
            "logs", "Logs_20140328.CreateLogStream", """{"logGroupName": "app", "logStreamName": "one"}""");
        await speaker.JsonAsync("logs", "Logs_20140328.PutMetricFilter", """
            {"logGroupName": "app", "filterName": "lines", "filterPattern": "number", "metricTransformations":
             [{"metricName": "Lines", "metricNamespace": "Counted", "metricValue": "1"}]}
            """);
        return urls;
    }

    private static async Task RuleAsync(Speaker speaker, string name, string what, string how)
    {
        await speaker.JsonAsync("events", "AWSEvents.PutRule", $$"""{"Name": "{{name}}", {{what}}}""");
        await speaker.JsonAsync("events", "AWSEvents.PutTargets", $$"""
            {"Rule": "{{name}}", "Targets": [{"Id": "queue", "Arn": "{{Speaker.QueueArn(name)}}"{{how}}}]}
            """);
    }

    private static IEnumerable<Func<int, Task>> Senders(Speaker speaker, DateTimeOffset start)
    {
        const string topic = "arn:aws:sns:us-east-1:123456789012:orders";
        yield return number => speaker.TopicsAsync(
            "Publish", "MessageId", ("TopicArn", topic),
            ("Message", number.ToString(CultureInfo.InvariantCulture)));
        yield return number => speaker.JsonAsync("events", "AWSEvents.PutEvents", $$"""
            {"Entries": [{"Source": "shop", "DetailType": "sale", "Detail": "{\"n\": {{number}}}"}]}
            """);
        yield return number => speaker.JsonAsync("logs", "Logs_20140328.PutLogEvents", $$"""
            {"logGroupName": "app", "logStreamName": "one", "logEvents":
             [{"timestamp": {{start.ToUnixTimeMilliseconds() + number}}, "message": "number {{number}}"}]}
            """);
        yield return number => speaker.JsonAsync("monitoring", "GraniteServiceVersion20100801.PutMetricData", """
            {"Namespace": "Sent", "MetricData": [{"MetricName": "Points", "Value": 1}]}
            """);
    }

    private static async Task<List<int>> LinesAsync(Speaker speaker)
    {
        var answer = await speaker.JsonAsync(
            "logs", "Logs_20140328.GetLogEvents",
            """{"logGroupName": "app", "logStreamName": "one", "startFromHead": true}""");
        return [.. answer.GetProperty("events").EnumerateArray()
            .Select(e => Number(e.GetProperty("message").GetString()!.Split(' ')[1]))];
    }

    private static List<int> Numbers(IEnumerable<string> bodies) => [.. bodies.Select(Number)];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Member(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty(name).GetString()!;
    }
}
