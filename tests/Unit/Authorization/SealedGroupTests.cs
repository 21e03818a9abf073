using Orrery.Contracts.Delivery;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Logs.Operations.Groups;
using Orrery.Services.Logs.Operations.LogEvents;
using Orrery.Services.Logs.Operations.Policies;
using Orrery.Services.Logs.Operations.Queries;
using Orrery.Services.Logs.Operations.Streams;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Log groups that KMS encrypts. Sources: CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS
/// KMS"; API Reference, AssociateKmsKey, DisassociateKmsKey.
/// </summary>
public sealed class SealedGroupTests
{
    private const string Group = "arn:aws:logs:eu-west-1:123456789012:log-group:g";
    private const string All =
        "\"kms:Encrypt*\",\"kms:Decrypt*\",\"kms:ReEncrypt*\",\"kms:GenerateDataKey*\",\"kms:Describe*\"";

    private readonly Vault _vault = new();

    private Rig Rig => _vault.Rig;

    [Theory]
    [InlineData(null, null, "AccessDeniedException")]
    [InlineData("sns.amazonaws.com", null, "AccessDeniedException")]
    [InlineData("logs.eu-central-1.amazonaws.com", null, "AccessDeniedException")]
    [InlineData("logs.eu-west-1.amazonaws.com", null, null)]
    [InlineData("logs.eu-west-1.amazonaws.com", Group, null)]
    [InlineData("logs.eu-west-1.amazonaws.com", "arn:aws:logs:eu-west-1:123456789012:*", null)]
    [InlineData("logs.eu-west-1.amazonaws.com", Group + "2", "AccessDeniedException")]
    public void The_policy_of_the_key_has_to_let_CloudWatch_Logs_use_it_for_the_group(
        string? service, string? arn, string? code)
    {
        _vault.Let(
            service, arn is null ? null : $$"""{"ArnLike":{"kms:EncryptionContext:aws:logs:arn":"{{arn}}"} }""",
            actions: All);
        Assert.Equal(code, _vault.Code(null, new CreateLogGroup(), new()
        {
            LogGroupName = "g", KmsKeyId = _vault.Key,
        }));
        Assert.Equal(code is null ? [_vault.Key] : Array.Empty<string?>(), Rig.Run(
            new DescribeLogGroups(), new DescribeLogGroupsRequest()).LogGroups!.Select(g => g.KmsKeyId));
    }

    [Fact]
    public void A_key_that_is_not_there_or_off_or_none_is_refused()
    {
        Make(null);
        _vault.Let("logs.eu-west-1.amazonaws.com", actions: All);
        string? Associate(string key) =>
            _vault.Code(null, new AssociateKmsKey(), new() { LogGroupName = "g", KmsKeyId = key });
        Assert.Equal("InvalidParameterException", Associate(_vault.Key[..^1]));
        Assert.Equal("InvalidParameterException", Associate(_vault.Key.Split('/')[1]));
        Assert.Equal("InvalidParameterException", Associate("arn:aws:kms:eu-west-1:123456789012:alias/mine"));
        Assert.Equal("InvalidParameterException", Associate(_vault.Key.Replace("west", "north")));
        _vault.Turn(on: false);
        Assert.Equal("InvalidParameterException", Associate(_vault.Key));
        _vault.Turn(on: true);
        Assert.Null(Associate(_vault.Key));
        var pair = Rig.Run(new CreateKey(), new()
        {
            KeySpec = KeySpec.Rsa2048, KeyUsage = KeyUsageType.EncryptDecrypt,
        }).KeyMetadata!.Arn!;
        _vault.Let("logs.eu-west-1.amazonaws.com", key: pair, actions: All);
        Assert.Equal("InvalidParameterException", Associate(pair));
    }

    [Fact]
    public void What_a_key_is_associated_with_is_named_once()
    {
        Make(null);
        _vault.Let("logs.eu-west-1.amazonaws.com", actions: All);
        AssociateKmsKeyRequest request = new() { KmsKeyId = _vault.Key };
        Assert.Equal("InvalidParameterException", _vault.Code(null, new AssociateKmsKey(), request));
        Assert.Equal("InvalidParameterException", _vault.Code(
            null, new AssociateKmsKey(), request with { LogGroupName = "g", ResourceIdentifier = Group }));
        Assert.Equal("InvalidParameterException", _vault.Code(
            null, new AssociateKmsKey(), request with
            {
                ResourceIdentifier = "arn:aws:logs:eu-west-1:210987654321:query-result:*",
            }));
        Assert.Equal("ResourceNotFoundException", _vault.Code(
            null, new AssociateKmsKey(), request with { LogGroupName = "none" }));
        Assert.Null(_vault.Code(null, new AssociateKmsKey(), request with { ResourceIdentifier = Group }));
        Assert.Equal(_vault.Key, KeyOf());
        Assert.Null(_vault.Code(null, new DisassociateKmsKey(), new() { ResourceIdentifier = Group }));
        Assert.Null(KeyOf());
    }

    [Fact]
    public void Events_are_neither_taken_nor_given_while_the_key_is_off()
    {
        Make(_vault.Key);
        Assert.Null(Put("one"));
        _vault.Turn(on: false);
        Assert.Equal("InvalidParameterException", Put("two"));
        Assert.Equal("InvalidParameterException", Rig.Refusal(() => Found()));
        Assert.Equal("InvalidParameterException", Rig.Refusal(() => Rig.Run(
            new GetLogEvents(), new GetLogEventsRequest { LogGroupName = "g", LogStreamName = "s" })));
        Assert.Equal("InvalidParameterException", Rig.Refusal(() => Query()));
        _vault.Turn(on: true);
        Assert.Null(Put("three"));
        Assert.Equal(["one", "three"], Found());
        Assert.Equal(2, Query());
    }

    [Fact]
    public void Events_are_neither_taken_nor_given_while_the_key_does_not_let_CloudWatch_Logs_use_it()
    {
        Make(_vault.Key);
        Assert.Null(Put("one"));
        _vault.Let(null);
        Assert.Equal("AccessDeniedException", Put("two"));
        Assert.Equal("AccessDeniedException", Rig.Refusal(() => Found()));
        _vault.Let("logs.eu-west-1.amazonaws.com", actions: All);
        Assert.Equal(["one"], Found());
    }

    [Fact]
    public void Events_stay_under_the_key_that_they_came_under()
    {
        Make(_vault.Key);
        Put("old");
        var key = _vault.NewKey();
        _vault.Let("logs.eu-west-1.amazonaws.com", key: key, actions: All);
        Rig.Run(new AssociateKmsKey(), new() { LogGroupName = "g", KmsKeyId = key });
        Put("new");
        Rig.Run(new DisassociateKmsKey(), new() { LogGroupName = "g" });
        Put("open");
        _vault.Turn(on: false);
        Assert.Equal("InvalidParameterException", Rig.Refusal(() => Found()));
        Assert.Null(Put("more"));
        _vault.Turn(on: true);
        Assert.Equal(["old", "new", "open", "more"], Found());
        _vault.Turn(on: false, key);
        Assert.Equal("InvalidParameterException", Rig.Refusal(() => Found()));
    }

    [Fact]
    public void Results_of_queries_stay_under_the_key_that_they_began_under()
    {
        const string results = "arn:aws:logs:eu-west-1:123456789012:query-result:*";
        Make(null);
        AssociateKmsKeyRequest request = new() { ResourceIdentifier = results, KmsKeyId = _vault.Key };
        Assert.Equal("AccessDeniedException", _vault.Code(null, new AssociateKmsKey(), request));
        var before = Ask();
        _vault.Let(
            "logs.eu-west-1.amazonaws.com",
            $$"""{"StringEquals":{"kms:EncryptionContext:aws:logs:arn":"{{results}}"} }""", actions: All);
        Assert.Null(_vault.Code(null, new AssociateKmsKey(), request));
        var with = Ask();
        _vault.Turn(on: false);
        Assert.Equal(QueryStatus.Complete, Answer(before).Status);
        Assert.Equal("InvalidParameterException", Rig.Refusal(() => Answer(with)));
        Assert.Equal("InvalidParameterException", Rig.Refusal(Ask));
        Rig.Run(new DisassociateKmsKey(), new() { ResourceIdentifier = results });
        Assert.Equal(QueryStatus.Complete, Answer(Ask()).Status);
        Assert.Equal("InvalidParameterException", Rig.Refusal(() => Answer(with)));
        _vault.Turn(on: true);
        Assert.Equal(QueryStatus.Complete, Answer(with).Status);
    }

    [Fact]
    public void What_a_rule_tells_a_group_waits_for_the_key()
    {
        Make(_vault.Key);
        Rig.Run(new PutResourcePolicy(), new()
        {
            PolicyName = "rules",
            PolicyDocument = GuardRig.Policy("""
                {"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*",
                 "Principal":{"Service":"events.amazonaws.com"}}
                """),
        });
        DeliveryObstacle? Deliver() => Rig.Do(call => Destinations.TryDeliver(call, new(
            Group, "events.amazonaws.com", "arn:aws:events:eu-west-1:123456789012:rule/r", "told")));
        _vault.Turn(on: false);
        Assert.Equal(ObstacleKind.Refused, Deliver()!.Kind);
        _vault.Turn(on: true);
        Assert.Null(Deliver());
        Assert.Equal(["told"], Found());
        var far = Rig.In("eu-central-1");
        _vault.Turn(on: false);
        Assert.Equal(ObstacleKind.Refused, far.Do(call => Destinations.TryDeliver(call, new(
            Group, "events.amazonaws.com", "arn:aws:events:eu-central-1:123456789012:rule/r", "far")))!.Kind);
    }

    private void Make(string? key)
    {
        if (key is not null) _vault.Let("logs.eu-west-1.amazonaws.com", actions: All);
        Rig.Run(new CreateLogGroup(), new() { LogGroupName = "g", KmsKeyId = key });
        Rig.Run(new CreateLogStream(), new() { LogGroupName = "g", LogStreamName = "s" });
    }

    private string? Put(string text) => _vault.Code(null, new PutLogEvents(), new()
    {
        LogGroupName = "g", LogStreamName = "s",
        LogEvents = [new() { Timestamp = Rig.Start.ToUnixTimeMilliseconds(), Message = text }],
    });

    private string? KeyOf() => Rig.Run(
        new DescribeLogGroups(), new DescribeLogGroupsRequest()).LogGroups!.Single().KmsKeyId;

    private IEnumerable<string> Found() => Rig.Run(
        new FilterLogEvents(), new FilterLogEventsRequest { LogGroupName = "g" }).Events!.Select(e => e.Message!);

    private int Query() => Answer(Ask()).Results!.Count;

    private string Ask() => Rig.Run(new StartQuery(), new()
    {
        LogGroupName = "g", QueryString = "fields @message",
        StartTime = Rig.Start.ToUnixTimeSeconds() - 60, EndTime = Rig.Start.ToUnixTimeSeconds() + 60,
    }).QueryId!;

    private GetQueryResultsResult Answer(string query) =>
        Rig.Run(new GetQueryResults(), new GetQueryResultsRequest { QueryId = query });
}
