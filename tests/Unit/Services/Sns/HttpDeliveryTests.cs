using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.Sns;
using Orrery.Services.Sns.Operations.Subscriptions;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Services.Sns.Rules;

namespace Orrery.Tests.Unit.Services.Sns;

public sealed class HttpDeliveryTests
{
    [Fact]
    public void An_endpoint_is_asked_confirms_and_gets_messages_with_the_documented_headers()
    {
        using var door = new Door();
        var square = Square.New(door);
        var topic = square.Topic();
        var arn = Subscribed(square, door, topic);
        var (headers, body) = door.Came.First();
        Assert.Equal("SubscriptionConfirmation", headers["x-amz-sns-message-type"]);
        Assert.Equal(topic, headers["x-amz-sns-topic-arn"]);
        Assert.False(headers.ContainsKey("x-amz-sns-subscription-arn"));
        Assert.Contains("SubscribeURL", body);
        var sent = square.Publish(topic, "hello");
        Settle(square);
        (headers, body) = door.Came.Last();
        Assert.Equal(("Notification", sent.MessageId, arn), (
            headers["x-amz-sns-message-type"], headers["x-amz-sns-message-id"], headers["x-amz-sns-subscription-arn"]));
        Assert.Equal("text/plain; charset=UTF-8", headers["Content-Type"]);
        Assert.Contains("\"hello\"", body);
        square.Set(arn, "RawMessageDelivery", "true");
        square.Set(arn, "DeliveryPolicy", """{"requestPolicy": {"headerContentType": "application/json"}}""");
        square.Publish(topic, "raw");
        Settle(square);
        (headers, body) = door.Came.Last();
        Assert.Equal(("raw", "true", "application/json"), (
            body, headers["x-amz-sns-rawdelivery"], headers["Content-Type"]));
    }

    [Fact]
    public void A_servers_error_is_tried_again_after_the_waits_of_the_policy()
    {
        using var door = new Door();
        var square = Square.New(door);
        var topic = square.Topic();
        Subscribed(square, door, topic, ("DeliveryPolicy", """
            {"healthyRetryPolicy":
             {"numRetries": 4, "numNoDelayRetries": 1, "minDelayTarget": 10, "maxDelayTarget": 30}}
            """));
        foreach (var status in (int[])[500, 503, 429, 500]) door.Answers.Enqueue(status);
        square.Publish(topic, "again");
        Settle(square);
        Assert.Equal(3, door.Came.Count);
        square.Rig.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(3, door.Came.Count);
        square.Rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4, door.Came.Count);
        square.Rig.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(5, door.Came.Count);
        square.Rig.Advance(TimeSpan.FromDays(1));
        Assert.Equal(6, door.Came.Count);
    }

    [Fact]
    public void What_is_given_up_and_what_a_client_refuses_go_to_the_dead_letter_queue()
    {
        using var door = new Door();
        var square = Square.New(door);
        var topic = square.Topic();
        Subscribed(square, door, topic,
            ("RawMessageDelivery", "true"), ("RedrivePolicy", $$"""{"deadLetterTargetArn": "{{Square.Queue}}"}"""));
        foreach (var status in (int[])[500, 500, 500, 500]) door.Answers.Enqueue(status);
        square.Publish(topic, "given up");
        square.Rig.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(square.Sqs.Delivered);
        square.Rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("given up", Assert.Single(square.Sqs.Delivered).Body);
        Assert.Equal(5, door.Came.Count);
        door.Answers.Enqueue(404);
        square.Publish(topic, "refused");
        Settle(square);
        Assert.Equal("refused", square.Sqs.Delivered[1].Body);
    }

    [Fact]
    public void A_throttled_endpoint_gets_no_more_than_its_pace()
    {
        using var door = new Door();
        var square = Square.New(door);
        var topic = square.Topic();
        Subscribed(square, door, topic, ("DeliveryPolicy", """{"throttlePolicy": {"maxReceivesPerSecond": 1}}"""));
        square.Rig.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 3; i++) square.Publish(topic, $"m{i}");
        Settle(square);
        Assert.Equal(2, door.Came.Count);
        square.Rig.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(4, door.Came.Count);
    }

    // SNS Developer Guide, "Amazon SNS message delivery retries": the default, and the four phases.
    [Theory]
    [InlineData("{}", "20 20 20")]
    [InlineData("{\"numRetries\":0}", "")]
    [InlineData("{\"numRetries\":6,\"numNoDelayRetries\":1,\"numMinDelayRetries\":2,\"numMaxDelayRetries\":1,"
        + "\"minDelayTarget\":5,\"maxDelayTarget\":25}", "0 5 5 5 25 25")]
    [InlineData("{\"numRetries\":3,\"minDelayTarget\":1,\"maxDelayTarget\":100,"
        + "\"backoffFunction\":\"exponential\"}", "1 10 100")]
    public void Phases_come_in_order(string policy, string waits)
    {
        var retry = DeliveryPolicies.OfSubscription($$"""{"healthyRetryPolicy": {{policy}}}""").Retry!;
        var found = Enumerable.Range(1, 100).Select(retry.WaitBefore).TakeWhile(wait => wait is not null);
        Assert.Equal(waits, string.Join(' ', found.Select(wait => wait!.Value.TotalSeconds)));
    }

    [Theory]
    [InlineData("{\"minDelayTarget\":0}")]
    [InlineData("{\"minDelayTarget\":30}")]
    [InlineData("{\"numRetries\":101}")]
    [InlineData("{\"numRetries\":3,\"numNoDelayRetries\":4}")]
    [InlineData("{\"numRetries\":10,\"minDelayTarget\":400,\"maxDelayTarget\":400}")]
    [InlineData("{\"backoffFunction\":\"random\"}")]
    [InlineData("{\"courage\":1}")]
    public void Policies_out_of_bounds_are_refused(string policy) =>
        Assert.Equal("InvalidParameter", Rig.Refusal(() =>
            DeliveryPolicies.OfSubscription($$"""{"healthyRetryPolicy": {{policy}}}""")));

    [Fact]
    public async Task What_was_on_its_way_when_the_program_ended_is_sent_again()
    {
        using var door = new Door();
        var house = new House([SnsService.Registration], Ports.None.With<IOutbound>(door));
        var settings = new WorldSettings { Start = Rig.Start, Mode = ClockMode.Stepped };
        var storage = new MemoryStorage();
        CallInfo info = new(new("123456789012", "eu-west-1"), Caller.Root("123456789012"), "test:Test", "request");
        door.Hold = (new(), new());
        await using (var worlds = new Worlds(house.Blueprint, storage, settings))
        {
            var world = await worlds.CreateAsync("test");
            world.Attach(SnsService.Registration.Followers[0].Follow(world));
            var made = await world.ExecuteAsync(info, call => new CreateTopic().Run(new() { Name = "t" }, call));
            await world.ExecuteAsync(info, call => new Subscribe().Run(
                new() { TopicArn = made.TopicArn, Protocol = "http", Endpoint = door.Url }, call));
            await door.Hold.Value.Reached.Task;
        }

        door.Hold.Value.Go.SetResult();
        door.Hold = null;
        Assert.Single(door.Came);
        await using var again = new Worlds(house.Blueprint, storage, settings);
        var reopened = await again.GetAsync("test");
        reopened.Attach(SnsService.Registration.Followers[0].Follow(reopened));
        await reopened.Clock.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(2, door.Came.Count);
        Assert.Equal(door.Came.First().Body, door.Came.Last().Body);
        await reopened.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, door.Came.Count);
    }

    private static string Subscribed(Square square, Door door, string topic, params (string, string)[] attributes)
    {
        var arn = square.Subscribe(topic, "http", door.Url, attributes);
        Settle(square);
        using var asked = JsonDocument.Parse(door.Came.Last().Body);
        var token = asked.RootElement.GetProperty("Token").GetString()!;
        Assert.Equal(arn, SubscriptionTests.Confirm(square, topic, token));
        return arn;
    }

    private static void Settle(Square square) => square.Rig.Advance(TimeSpan.Zero);
}
