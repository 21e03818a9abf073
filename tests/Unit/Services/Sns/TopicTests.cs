using System.Text.Json;
using Orrery.Services.Sns;
using Orrery.Services.Sns.Operations.Permissions;
using Orrery.Services.Sns.Operations.Tags;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Tests.Unit.Services.Sns;

public sealed class TopicTests
{
    [Fact]
    public void A_topic_is_made_once_and_only_alike_again()
    {
        var square = Square.New();
        var arn = square.Topic("news", ("DisplayName", "News"));
        Assert.Equal("arn:aws:sns:eu-west-1:123456789012:news", arn);
        Assert.Equal(arn, square.Topic("news"));
        Assert.Equal(arn, square.Topic("news", ("DisplayName", "News")));
        Assert.Equal("InvalidParameter", Rig.Refusal(() => square.Topic("news", ("DisplayName", "Olds"))));
        Assert.Equal("InvalidParameter", Rig.Refusal(() => square.Topic("news", ("Policy", "{}"))));
        Assert.Equal("News", square.TopicAttributes(arn)["DisplayName"]);
        square.Rig.Run(new DeleteTopic(), new() { TopicArn = arn });
        square.Rig.Run(new DeleteTopic(), new() { TopicArn = arn });
        Assert.Equal("NotFound", Rig.Refusal(() => square.TopicAttributes(arn)));
    }

    // Amazon SNS API Reference, CreateTopic: names and attributes.
    [Theory]
    [InlineData("a b", null, null)]
    [InlineData("name.fifo", null, null)]
    [InlineData("name", "FifoTopic", "true")]
    [InlineData("name", "ContentBasedDeduplication", "true")]
    [InlineData("name", "Nonsense", "1")]
    [InlineData("name", "HTTPSuccessFeedbackRoleArn", "arn:aws:iam::123456789012:role/r")]
    [InlineData("name", "SQSSuccessFeedbackSampleRate", "50")]
    [InlineData("name", "TracingConfig", "Active")]
    [InlineData("name", "ArchivePolicy", "{}")]
    [InlineData("name", "SignatureVersion", "3")]
    [InlineData("name", "Policy", "no json")]
    [InlineData("name", "DeliveryPolicy", "{\"https\":{}}")]
    [InlineData("name", "Owner", "123456789012")]
    public void What_a_topic_cannot_be_is_refused_and_makes_nothing(string name, string? attribute, string? value)
    {
        var square = Square.New();
        Assert.Equal("InvalidParameter", Rig.Refusal(() =>
            attribute is null ? square.Topic(name) : square.Topic(name, (attribute, value!))));
        Assert.Empty(square.Rig.Run(new ListTopics(), new()).Topics!);
    }

    // terraform-provider-aws sets the rates of what is not logged to 0.
    [Fact]
    public void A_rate_of_zero_is_taken_for_the_log_of_deliveries()
    {
        var square = Square.New();
        var arn = square.Topic("name", ("SQSSuccessFeedbackSampleRate", "0"));
        Assert.Equal("0", square.TopicAttributes(arn)["SQSSuccessFeedbackSampleRate"]);
    }

    [Fact]
    public void Attributes_are_computed_of_subscriptions_and_settings()
    {
        var square = Square.New();
        var arn = square.Topic();
        square.Subscribe(arn);
        square.Subscribe(arn, "email", "ann@example.com");
        var attributes = square.TopicAttributes(arn);
        Assert.Equal(("1", "1", "0"), (
            attributes["SubscriptionsConfirmed"], attributes["SubscriptionsPending"],
            attributes["SubscriptionsDeleted"]));
        Assert.Contains("\"numRetries\":3", attributes["EffectiveDeliveryPolicy"]);
        Assert.False(attributes.ContainsKey("FifoTopic"));
        void Set(string name, string value) => square.Rig.Run(new SetTopicAttributes(), new()
        {
            TopicArn = arn, AttributeName = name, AttributeValue = value,
        });
        Set("DeliveryPolicy", """{"http":{"defaultHealthyRetryPolicy":{"numRetries":7}}}""");
        Assert.Contains("\"numRetries\":7", square.TopicAttributes(arn)["EffectiveDeliveryPolicy"]);
        Set("DeliveryPolicy", "");
        Assert.Contains("\"numRetries\":3", square.TopicAttributes(arn)["EffectiveDeliveryPolicy"]);
        Assert.Equal("InvalidParameter", Rig.Refusal(() => { Set("FifoTopic", "true"); return null; }));
    }

    [Fact]
    public void Permissions_are_statements_of_the_policy()
    {
        var square = Square.New();
        var arn = square.Topic();
        AddPermissionRequest request = new()
        {
            TopicArn = arn, Label = "friends", AWSAccountId = ["111122223333"], ActionName = ["Publish"],
        };
        square.Rig.Run(new AddPermission(), request);
        Assert.Equal(["__default_statement_ID", "friends"], Sids(square, arn));
        Assert.Equal("InvalidParameter", square.Rig.Refused(new AddPermission(), request));
        Assert.Equal("InvalidParameter", square.Rig.Refused(
            new AddPermission(), request with { Label = "x", ActionName = ["Explode"] }));
        Assert.Equal("InvalidParameter", square.Rig.Refused(
            new AddPermission(), request with { Label = "x", AWSAccountId = ["1"] }));
        square.Rig.Run(new RemovePermission(), new() { TopicArn = arn, Label = "friends" });
        Assert.Equal(["__default_statement_ID"], Sids(square, arn));
    }

    [Fact]
    public void Tags_come_and_go_and_there_are_fifty_at_most()
    {
        var square = Square.New();
        var arn = square.Topic();
        void Tag(params Tag[] tags) => square.Rig.Run(new TagResource(), new() { ResourceArn = arn, Tags = tags });
        Tag(new Tag { Key = "a", Value = "1" }, new Tag { Key = "b", Value = "2" });
        Tag(new Tag { Key = "a", Value = "3" });
        square.Rig.Run(new UntagResource(), new() { ResourceArn = arn, TagKeys = ["b"] });
        var tags = square.Rig.Run(new ListTagsForResource(), new() { ResourceArn = arn }).Tags!;
        Assert.Equal(("a", "3"), (Assert.Single(tags).Key, tags[0].Value));
        Assert.Equal("TagLimitExceeded", Rig.Refusal(() =>
        {
            Tag([.. Enumerable.Range(0, 50).Select(i => new Tag { Key = $"k{i}", Value = "" })]);
            return null;
        }));
        Assert.Equal("ResourceNotFound", square.Rig.Refused(
            new ListTagsForResource(), new ListTagsForResourceRequest { ResourceArn = arn + "x" }));
    }

    [Fact]
    public void Lists_come_in_pages_of_a_hundred_and_quotas_hold()
    {
        var square = Square.New(KeyValuePair.Create(SnsQuotas.Topics.Code, 150));
        for (var i = 0; i < 150; i++) square.Topic($"t{i:d3}");
        Assert.Equal("TopicLimitExceeded", Rig.Refusal(() => square.Topic("one-more")));
        var first = square.Rig.Run(new ListTopics(), new());
        var second = square.Rig.Run(new ListTopics(), new() { NextToken = first.NextToken });
        Assert.Equal((100, 50, null), (first.Topics!.Count, second.Topics!.Count, second.NextToken));
        Assert.Equal(150, first.Topics.Concat(second.Topics).Select(t => t.TopicArn).Distinct().Count());
        Assert.Equal("InvalidParameter", square.Rig.Refused(
            new ListTopics(), new ListTopicsRequest { NextToken = "?" }));
    }

    private static IEnumerable<string?> Sids(Square square, string arn)
    {
        using var policy = JsonDocument.Parse(square.TopicAttributes(arn)["Policy"]);
        return [.. policy.RootElement.GetProperty("Statement").EnumerateArray()
            .Select(statement => statement.GetProperty("Sid").GetString())];
    }
}
