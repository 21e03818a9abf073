using Orrery.Services.Logs.Operations.Groups;
using Orrery.Services.Logs.Operations.Policies;
using Orrery.Services.Logs.Operations.Streams;
using Orrery.Services.Logs.Operations.Tags;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Tests.Unit.Services.Logs;

public sealed class GroupTests
{
    private const string Arn = "arn:aws:logs:eu-west-1:123456789012:log-group:g";

    [Fact]
    public void A_group_is_described_with_what_it_holds_until_it_is_deleted()
    {
        var rig = LogWorld.New();
        rig.Put("s", (LogWorld.Start, "hello"));
        var group = Assert.Single(Describe(rig).LogGroups!);
        Assert.Equal(
            ("g", LogWorld.Start, Arn + ":*", Arn, 31L, 0, LogGroupClass.Standard),
            (group.LogGroupName, group.CreationTime!.Value, group.Arn, group.LogGroupArn, group.StoredBytes!.Value,
                group.MetricFilterCount!.Value, group.LogGroupClass!.Value));
        Assert.Equal(
            "ResourceAlreadyExistsException",
            rig.Refused(new CreateLogGroup(), new CreateLogGroupRequest { LogGroupName = "g" }));
        rig.Run(new DeleteLogGroup(), new() { LogGroupName = "g" });
        Assert.Empty(Describe(rig).LogGroups!);
        Assert.Equal(
            "ResourceNotFoundException",
            rig.Refused(new DeleteLogGroup(), new DeleteLogGroupRequest { LogGroupName = "g" }));
        rig.Run(new CreateLogGroup(), new() { LogGroupName = "g" });
        rig.Run(new CreateLogStream(), new() { LogGroupName = "g", LogStreamName = "s" });
        Assert.Empty(rig.Find());
        Assert.Equal(0, rig.Ask(c => c.Read(Orrery.Services.Logs.Tables.Events).Count));
    }

    [Fact]
    public void Groups_are_listed_by_prefix_part_and_page()
    {
        var rig = LogWorld.New();
        foreach (var name in new[] { "/aws/lambda/a", "/aws/lambda/b", "/other/Lambda" })
        {
            rig.Run(new CreateLogGroup(), new() { LogGroupName = name });
        }

        Assert.Equal(2, Describe(rig, new() { LogGroupNamePrefix = "/aws/lambda/" }).LogGroups!.Count);
        Assert.Equal(3, Describe(rig, new() { LogGroupNamePattern = "lambda" }).LogGroups!.Count);
        var page = Describe(rig, new() { Limit = 3 });
        var rest = Describe(rig, new() { Limit = 3, NextToken = page.NextToken });
        Assert.Equal((3, 1, null), (page.LogGroups!.Count, rest.LogGroups!.Count, rest.NextToken));
        var listed = rig.Run(
            new ListLogGroups(), new ListLogGroupsRequest { LogGroupNamePattern = "^/aws/lambda|^/other" });
        Assert.Equal(3, listed.LogGroups!.Count);
        Assert.Equal("InvalidParameterException", rig.Refused(
            new DescribeLogGroups(),
            new DescribeLogGroupsRequest { LogGroupNamePattern = "a", LogGroupNamePrefix = "a" }));
    }

    [Fact]
    public void What_is_not_served_is_refused_by_name()
    {
        var rig = LogWorld.New();
        Assert.Equal("InvalidParameterException", rig.Refused(
            new CreateLogGroup(), new CreateLogGroupRequest { LogGroupName = "k", KmsKeyId = "arn:aws:kms:x" }));
        Assert.Equal("InvalidParameterException", rig.Refused(
            new DescribeLogGroups(), new DescribeLogGroupsRequest { IncludeLinkedAccounts = true }));
    }

    [Fact]
    public void A_protected_group_is_not_deleted()
    {
        var rig = LogWorld.New();
        rig.Run(new PutLogGroupDeletionProtection(), new() { LogGroupIdentifier = "g", DeletionProtectionEnabled =
            true });
        Assert.Equal(
            "ValidationException", rig.Refused(new DeleteLogGroup(), new DeleteLogGroupRequest { LogGroupName = "g" }));
        rig.Run(new PutLogGroupDeletionProtection(), new() { LogGroupIdentifier = Arn, DeletionProtectionEnabled =
            false });
        rig.Run(new DeleteLogGroup(), new() { LogGroupName = "g" });
    }

    [Fact]
    public void Both_ways_of_tagging_see_the_same_tags()
    {
        var rig = LogWorld.New();
        rig.Run(new TagLogGroup(), new() { LogGroupName = "g", Tags = new Dictionary<string, string> { ["a"] = "1" } });
        rig.Run(new TagResource(), new() { ResourceArn = Arn, Tags = new Dictionary<string, string> { ["b"] = "2" } });
        Assert.Equal(2, rig.Run(new ListTagsForResource(), new ListTagsForResourceRequest { ResourceArn =
            Arn }).Tags!.Count);
        rig.Run(new UntagResource(), new() { ResourceArn = Arn, TagKeys = ["a"] });
        rig.Run(new UntagLogGroup(), new() { LogGroupName = "g", Tags = ["b"] });
        Assert.Empty(rig.Run(new ListTagsLogGroup(), new ListTagsLogGroupRequest { LogGroupName = "g" }).Tags!);
        Assert.Equal("InvalidParameterException", rig.Refused(new TagLogGroup(), new TagLogGroupRequest
        {
            LogGroupName = "g", Tags = new Dictionary<string, string> { ["aws:x"] = "1" },
        }));
    }

    [Fact]
    public void Streams_are_ordered_by_name_or_by_their_last_event()
    {
        var rig = LogWorld.New();
        rig.Run(new CreateLogStream(), new() { LogGroupName = "g", LogStreamName = "a" });
        rig.Put("a", (LogWorld.Start - 5, "x"), (LogWorld.Start + 5, "y"));
        rig.Put("s", (LogWorld.Start + 1, "z"));
        Assert.Equal(["a", "s"], Names(new() { LogGroupName = "g" }));
        Assert.Equal(["s", "a"], Names(new() { LogGroupName = "g", OrderBy = OrderBy.LastEventTime }));
        Assert.Equal(["a", "s"], Names(new() { LogGroupName = "g", OrderBy = OrderBy.LastEventTime, Descending =
            true }));
        var a = rig.Run(new DescribeLogStreams(), new DescribeLogStreamsRequest { LogGroupName = "g" }).LogStreams![0];
        Assert.Equal(
            (LogWorld.Start - 5, LogWorld.Start + 5, LogWorld.Start),
            (a.FirstEventTimestamp!.Value, a.LastEventTimestamp!.Value, a.LastIngestionTime!.Value));
        Assert.Equal("InvalidParameterException", rig.Refused(new DescribeLogStreams(), new DescribeLogStreamsRequest
        {
            LogGroupName = "g", OrderBy = OrderBy.LastEventTime, LogStreamNamePrefix = "a",
        }));
        rig.Run(new DeleteLogStream(), new() { LogGroupName = "g", LogStreamName = "a" });
        Assert.Equal(["s"], Names(new() { LogGroupName = "g" }));

        IEnumerable<string?> Names(DescribeLogStreamsRequest request) =>
            rig.Run(new DescribeLogStreams(), request).LogStreams!.Select(s => s.LogStreamName);
    }

    [Fact]
    public void Resource_policies_are_put_described_and_deleted()
    {
        var rig = LogWorld.New();
        const string document =
            """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""";
        rig.Run(new PutResourcePolicy(), new() { PolicyName = "p", PolicyDocument = document });
        var policy = Assert.Single(
            rig.Run(new DescribeResourcePolicies(), new DescribeResourcePoliciesRequest()).ResourcePolicies!);
        Assert.Equal(("p", document), (policy.PolicyName, policy.PolicyDocument));
        rig.Run(new DeleteResourcePolicy(), new() { PolicyName = "p" });
        Assert.Equal("ResourceNotFoundException", rig.Refused(
            new DeleteResourcePolicy(), new DeleteResourcePolicyRequest { PolicyName = "p" }));
        Assert.Equal("InvalidParameterException", rig.Refused(
            new PutResourcePolicy(), new PutResourcePolicyRequest { PolicyName = "p", PolicyDocument = "{" }));
    }

    private static DescribeLogGroupsResult Describe(Rig rig, DescribeLogGroupsRequest? request = null) =>
        rig.Run(new DescribeLogGroups(), request ?? new());
}
