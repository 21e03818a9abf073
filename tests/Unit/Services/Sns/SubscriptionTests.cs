using Orrery.Services.Sns;
using Orrery.Services.Sns.Operations.Subscriptions;

namespace Orrery.Tests.Unit.Services.Sns;

public sealed class SubscriptionTests
{
    [Fact]
    public void A_queue_of_the_same_account_is_confirmed_at_once_and_one_of_another_is_asked()
    {
        var square = Square.New();
        var topic = square.Topic();
        var own = square.Subscribe(topic);
        Assert.Equal("false", square.SubscriptionAttributes(own)["PendingConfirmation"]);
        Assert.Empty(square.Sqs.Delivered);
        var other = square.Subscribe(topic, "sqs", "arn:aws:sqs:eu-west-1:111122223333:queue");
        Assert.Equal("true", square.SubscriptionAttributes(other)["PendingConfirmation"]);
        Assert.Contains("SubscriptionConfirmation", Assert.Single(square.Sqs.Delivered).Body);
        Assert.Equal(own, square.Subscribe(topic));
        Assert.Equal("InvalidParameter", Rig.Refusal(() =>
            square.Subscribe(topic, "sqs", Square.Queue, ("RawMessageDelivery", "true"))));
    }

    // Amazon SNS API Reference, Subscribe: protocols and endpoints.
    [Theory]
    [InlineData("http", "https://localhost/")]
    [InlineData("https", "localhost")]
    [InlineData("email", "nobody")]
    [InlineData("sms", "0170")]
    [InlineData("sqs", "http://localhost/queue")]
    [InlineData("sqs", "arn:aws:sqs:eu-west-1:123456789012:queue.fifo")]
    [InlineData("firehose", "arn:aws:firehose:eu-west-1:123456789012:deliverystream/s")]
    [InlineData("application", "arn:aws:sns:eu-west-1:123456789012:endpoint/GCM/a/1")]
    [InlineData("pigeon", "home")]
    public void What_cannot_be_subscribed_is_refused_and_makes_nothing(string protocol, string endpoint)
    {
        var square = Square.New();
        var topic = square.Topic();
        Assert.Equal("InvalidParameter", Rig.Refusal(() => square.Subscribe(topic, protocol, endpoint)));
        Assert.Empty(square.Rig.Run(new ListSubscriptionsByTopic(), new() { TopicArn = topic }).Subscriptions!);
    }

    [Fact]
    public void An_address_gets_a_letter_whose_token_confirms_it_and_can_take_an_end_back()
    {
        var square = Square.New();
        var topic = square.Topic();
        var arn = square.Subscribe(topic, "email", "ann@example.com");
        var listed = Assert.Single(square.Rig.Run(new ListSubscriptions(), new()).Subscriptions!);
        Assert.Equal("PendingConfirmation", listed.SubscriptionArn);
        square.Publish(topic, "too early");
        var letter = Assert.Single(square.Letters());
        Assert.Contains(letter.Link!, letter.Body);
        var token = TokenOf(letter.Link!);
        Assert.Equal("InvalidParameter", square.Rig.Refused(
            new ConfirmSubscription(), new() { TopicArn = topic, Token = "x" }));
        Assert.Equal("InvalidParameter", square.Rig.Refused(new Unsubscribe(), new() { SubscriptionArn = arn }));
        Assert.Equal(arn, Confirm(square, topic, token));
        Assert.Equal(arn, Confirm(square, topic, token));
        square.Publish(topic, "hello");
        Assert.Equal("hello", square.Letters()[1].Body);

        // Somebody who is not the owner ends it: a last letter takes it back.
        square.Rig.In("eu-west-1", "111122223333").Run(new Unsubscribe(), new() { SubscriptionArn = arn });
        square.Publish(topic, "nobody hears");
        Assert.Equal("NotFound", Rig.Refusal(() => square.SubscriptionAttributes(arn)));
        Assert.Equal("1", square.TopicAttributes(topic)["SubscriptionsDeleted"]);
        var last = square.Letters()[^1];
        Assert.Contains("Unsubscribe", last.Subject);
        Assert.Equal(arn, Confirm(square, topic, TokenOf(last.Link!)));
        square.Rig.Run(new Unsubscribe(), new() { SubscriptionArn = arn });
        Assert.Equal(3, square.Letters().Count);
        Assert.Equal("InvalidParameter", Rig.Refusal(() => Confirm(square, topic, TokenOf(last.Link!))));
    }

    [Fact]
    public void What_nobody_confirms_in_two_days_goes()
    {
        var square = Square.New();
        var topic = square.Topic();
        var arn = square.Subscribe(topic, "email", "ann@example.com");
        square.Rig.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.Equal("1", square.TopicAttributes(topic)["SubscriptionsPending"]);
        square.Rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("0", square.TopicAttributes(topic)["SubscriptionsPending"]);
        Assert.Equal("NotFound", Rig.Refusal(() => square.SubscriptionAttributes(arn)));
        Assert.Equal("InvalidParameter", Rig.Refusal(() => Confirm(square, topic, TokenOf(square.Letters()[0].Link!))));
    }

    [Fact]
    public void Who_guards_unsubscribing_lets_nobody_else_do_it()
    {
        var square = Square.New();
        var topic = square.Topic();
        var arn = square.Subscribe(topic, "email", "ann@example.com");
        square.Rig.Run(new ConfirmSubscription(), new()
        {
            TopicArn = topic, Token = TokenOf(square.Letters()[0].Link!), AuthenticateOnUnsubscribe = "true",
        });
        Assert.Equal("true", square.SubscriptionAttributes(arn)["ConfirmationWasAuthenticated"]);
        Assert.Equal("AuthorizationError", square.Rig.In("eu-west-1", "111122223333").Refused(
            new Unsubscribe(), new() { SubscriptionArn = arn }));
        square.Rig.Run(new Unsubscribe(), new() { SubscriptionArn = arn });
    }

    // Amazon SNS API Reference, SetSubscriptionAttributes.
    [Theory]
    [InlineData("Nonsense", "1")]
    [InlineData("RawMessageDelivery", "perhaps")]
    [InlineData("FilterPolicyScope", "Everything")]
    [InlineData("FilterPolicy", "{\"a\":{\"b\":[1]}}")]
    [InlineData("DeliveryPolicy", "{}")]
    [InlineData("ReplayPolicy", "{}")]
    [InlineData("RedrivePolicy", "{}")]
    [InlineData("RedrivePolicy", "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead\"}")]
    [InlineData("RedrivePolicy", "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:dead.fifo\"}")]
    public void What_an_attribute_cannot_be_is_refused(string name, string value)
    {
        var square = Square.New();
        var arn = square.Subscribe(square.Topic());
        Assert.Equal("InvalidParameter", square.Rig.Refused(
            new SetSubscriptionAttributes(), Square.Change(arn, name, value)));
    }

    [Fact]
    public void Filter_policies_are_limited_and_go_when_they_are_emptied()
    {
        var square = Square.New(KeyValuePair.Create(SnsQuotas.Filters.Code, 1));
        var topic = square.Topic();
        var one = square.Subscribe(topic);
        var other = square.Subscribe(topic, "sqs", Square.Queue + "2");
        square.Set(one, "FilterPolicy", """{"a": ["x"]}""");
        Assert.Equal("MessageAttributes", square.SubscriptionAttributes(one)["FilterPolicyScope"]);
        Assert.Equal("FilterPolicyLimitExceeded", square.Rig.Refused(
            new SetSubscriptionAttributes(), Square.Change(other, "FilterPolicy", """{"a": ["x"]}""")));
        square.Set(one, "FilterPolicy", "{}");
        Assert.False(square.SubscriptionAttributes(one).ContainsKey("FilterPolicy"));
        square.Set(other, "FilterPolicy", """{"a": ["x"]}""");
    }

    [Fact]
    public void Subscriptions_are_listed_by_topic_and_by_who_made_them()
    {
        var square = Square.New();
        var topic = square.Topic();
        for (var i = 0; i < 101; i++) square.Subscribe(topic, "sqs", Square.Queue + i);
        var first = square.Rig.Run(new ListSubscriptionsByTopic(), new() { TopicArn = topic });
        var second = square.Rig.Run(
            new ListSubscriptionsByTopic(), new() { TopicArn = topic, NextToken = first.NextToken });
        Assert.Equal((100, 1), (first.Subscriptions!.Count, second.Subscriptions!.Count));
        var mine = square.Rig.Run(new ListSubscriptions(), new());
        Assert.Equal(100, mine.Subscriptions!.Count);
        Assert.Empty(square.Rig.In("eu-west-1", "111122223333").Run(new ListSubscriptions(), new()).Subscriptions!);
    }

    internal static string TokenOf(string link) => link.Split("&Token=")[1].Split('&')[0];

    internal static string Confirm(Square square, string topic, string token) =>
        square.Rig.Run(new ConfirmSubscription(), new() { TopicArn = topic, Token = token }).SubscriptionArn!;
}
