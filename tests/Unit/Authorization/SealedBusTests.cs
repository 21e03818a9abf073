using Orrery.Services.Events.Operations.Archives;
using Orrery.Services.Events.Operations.Buses;
using Orrery.Services.Events.Operations.Events;
using Orrery.Services.Events.Operations.Replays;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Events;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Buses and archives that KMS encrypts. Source: EventBridge User Guide, "Encrypting EventBridge event buses with AWS
/// KMS keys", "Encrypting EventBridge archives with AWS KMS keys", "Using dead-letter queues to capture encrypted event
/// errors in EventBridge".
/// </summary>
public sealed class SealedBusTests
{
    private const string Bus = "arn:aws:events:eu-west-1:123456789012:event-bus/b";
    private const string Archive = "arn:aws:events:eu-west-1:123456789012:archive/a";
    private const string Service = "events.amazonaws.com";
    private const string All = "\"kms:DescribeKey\",\"kms:GenerateDataKey\",\"kms:Decrypt\"";

    private readonly Vault _vault = new();

    private Rig Rig => _vault.Rig;

    [Fact]
    public void A_bus_takes_a_key_at_which_EventBridge_may_look()
    {
        CreateEventBusRequest request = new() { Name = "b", KmsKeyIdentifier = _vault.Key };
        Assert.Equal("AccessDeniedException", _vault.Code(null, new CreateEventBus(), request));
        _vault.Let(Service, $$"""{"ArnEquals":{"aws:SourceArn":"{{Bus}}"} }""", actions: All);
        Assert.Equal("AccessDeniedException", _vault.Code(null, new CreateEventBus(), request with { Name = "c" }));
        Assert.Equal("ResourceNotFoundException", _vault.Code(
            null, new CreateEventBus(), request with { KmsKeyIdentifier = "alias/none" }));
        _vault.Turn(on: false);
        Assert.Equal("ValidationException", _vault.Code(null, new CreateEventBus(), request));
        _vault.Turn(on: true);
        var pair = Rig.Run(new CreateKey(), new()
        {
            KeySpec = KeySpec.EccNistP256, KeyUsage = KeyUsageType.SignVerify,
        }).KeyMetadata!.Arn!;
        _vault.Let(Service, key: pair, actions: All);
        Assert.Equal("ValidationException", _vault.Code(
            null, new CreateEventBus(), request with { KmsKeyIdentifier = pair }));
        Assert.Null(_vault.Code(null, new CreateEventBus(), request with { DeadLetterConfig = new() { Arn = Dead } }));
        var shown = Show();
        Assert.Equal((_vault.Key, Dead), (shown.KmsKeyIdentifier, shown.DeadLetterConfig!.Arn));
        Rig.Run(new UpdateEventBus(), new() { Name = "b", KmsKeyIdentifier = "" });
        shown = Show();
        Assert.Null(shown.KmsKeyIdentifier);
        Assert.Null(shown.DeadLetterConfig);
        Assert.Equal("ValidationException", _vault.Code(null, new UpdateEventBus(), new()
        {
            Name = "b", DeadLetterConfig = new() { Arn = "arn:aws:sns:eu-west-1:123456789012:t" },
        }));
    }

    [Theory]
    [InlineData("off", "SDK_CLIENT_ERROR")]
    [InlineData("closed", "NO_PERMISSIONS")]
    public void What_a_bus_cannot_encrypt_goes_to_its_dead_letter_queue_until_it_can(string what, string code)
    {
        Make();
        Put("one");
        if (what == "off") _vault.Turn(on: false);
        else _vault.Let(Service, actions: "\"kms:DescribeKey\"");
        Put("two");
        _vault.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 1), (_vault.Count("q"), _vault.Count("dead")));
        var dead = Assert.Single(_vault.Receive("dead"));
        Assert.Contains("two", dead.Body);
        Assert.Equal(code, dead.MessageAttributes!["ERROR_CODE"].StringValue);
        if (what == "off") _vault.Turn(on: true);
        else _vault.Let(Service, actions: All);
        Put("three");
        Assert.Equal((2, 1), (_vault.Count("q"), _vault.Count("dead")));
    }

    [Fact]
    public void Events_of_AWSs_services_are_not_touched_by_the_key()
    {
        Rig.Run(new UpdateEventBus(), new() { Name = "default", KmsKeyIdentifier = Opened() });
        Rig.Run(new PutRule(), new() { Name = "all", EventPattern = """{"account":["123456789012"]}""" });
        Rig.Run(new PutTargets(), new() { Rule = "all", Targets = [new() { Id = "t", Arn = Queue() }] });
        _vault.Turn(on: false);
        Rig.Do(call =>
        {
            var bus = call.Port<Orrery.Contracts.Events.IEventBus>();
            bus.Put(call, new(call.Scope, "aws.ec2", "EC2 Instance State-change Notification", [], "{}"));
            return true;
        });
        Assert.Equal(1, _vault.Count("q"));
        Rig.Run(new PutEvents(), new() { Entries = [new() { Source = "s", DetailType = "d", Detail = "{}" }] });
        Assert.Equal(1, _vault.Count("q"));
    }

    [Fact]
    public void An_archive_keeps_nothing_while_its_key_is_off_and_a_replay_of_it_fails()
    {
        Rig.Run(new CreateEventBus(), new() { Name = "b" });
        CreateArchiveRequest request = new()
        {
            ArchiveName = "a", EventSourceArn = Bus, KmsKeyIdentifier = _vault.Key,
        };
        Assert.Equal("AccessDeniedException", _vault.Code(null, new CreateArchive(), request));
        _vault.Let(
            Service, $$"""
            {"ArnEquals":{"aws:SourceArn":"{{Archive}}"},
             "StringEquals":{"kms:EncryptionContext:aws:events:event-bus:arn":"{{Bus}}"} }
            """, actions: All);
        Assert.Null(_vault.Code(null, new CreateArchive(), request));
        Put("one");
        _vault.Turn(on: false);
        Put("two");
        Assert.Equal(1, Kept().EventCount);
        Assert.Equal(_vault.Key, Kept().KmsKeyIdentifier);
        Assert.Equal((ReplayState.Failed, true), Replay("first"));
        _vault.Turn(on: true);
        Put("three");
        Assert.Equal(2, Kept().EventCount);
        Assert.Equal((ReplayState.Completed, false), Replay("second"));
        Rig.Run(new UpdateArchive(), new() { ArchiveName = "a", KmsKeyIdentifier = "" });
        Assert.Null(Kept().KmsKeyIdentifier);
    }

    private static string Dead => Vault.Dead;

    private static string Queue() => "arn:aws:sqs:eu-west-1:123456789012:q";

    private string Opened()
    {
        _vault.Let(Service, actions: All);
        _vault.Queue("q");
        return _vault.Key;
    }

    private void Make()
    {
        Rig.Run(new CreateEventBus(), new()
        {
            Name = "b", KmsKeyIdentifier = Opened(), DeadLetterConfig = new() { Arn = Dead },
        });
        Rig.Run(new PutRule(), new() { Name = "r", EventBusName = "b", EventPattern = """{"source":["shop"]}""" });
        Rig.Run(new PutTargets(), new()
        {
            Rule = "r", EventBusName = "b", Targets = [new() { Id = "t", Arn = Queue() }],
        });
    }

    private void Put(string text) => Assert.Equal(0, Rig.Run(new PutEvents(), new()
    {
        Entries = [new() { EventBusName = "b", Source = "shop", DetailType = text, Detail = "{}" }],
    }).FailedEntryCount);

    private DescribeEventBusResult Show() =>
        Rig.Run(new DescribeEventBus(), new DescribeEventBusRequest { Name = "b" });

    private DescribeArchiveResult Kept() =>
        Rig.Run(new DescribeArchive(), new DescribeArchiveRequest { ArchiveName = "a" });

    private (ReplayState?, bool HasReason) Replay(string name)
    {
        Rig.Run(new StartReplay(), new()
        {
            ReplayName = name, EventSourceArn = Archive, Destination = new() { Arn = Bus },
            EventStartTime = Rig.Start.AddDays(-1), EventEndTime = Rig.Start.AddDays(1),
        });
        Rig.Advance(TimeSpan.FromMinutes(1));
        var shown = Rig.Run(new DescribeReplay(), new DescribeReplayRequest { ReplayName = name });
        return (shown.State, shown.StateReason is not null);
    }
}
