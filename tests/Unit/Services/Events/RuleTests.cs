using Orrery.Contracts.Delivery;
using Orrery.Contracts.Events;
using Orrery.Services.Events.Operations.Buses;
using Orrery.Services.Events.Operations.Events;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Tags;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Wire.Generated.Events;

namespace Orrery.Tests.Unit.Services.Events;

public sealed class RuleTests
{
    private readonly Inbox _inbox = new();
    private readonly Rig _rig;

    public RuleTests() => _rig = _inbox.World();

    [Fact]
    public void Events_that_no_rule_takes_have_ids_of_their_own()
    {
        PutEventsRequest request = new()
        {
            Entries = [new() { Source = "shop", DetailType = "Order", Detail = "{}" }],
        };
        var first = _rig.Run(new PutEvents(), request).Entries![0].EventId;
        Assert.NotNull(first);
        Assert.NotEqual(first, _rig.Run(new PutEvents(), request).Entries![0].EventId);
    }

    [Fact]
    public void An_event_that_matches_goes_to_the_targets_of_the_rule()
    {
        Rule("""{"source":["shop"]}""", Queue());
        Assert.Null(Put("shop").ErrorCode);
        Put("other");
        var body = Assert.Single(_inbox.Bodies);
        Assert.Contains("\"source\":\"shop\",\"account\":\"123456789012\",\"time\":\"2026-01-01T00:00:00Z\"", body,
            StringComparison.Ordinal);
        Assert.Contains("\"detail\":{\"n\":1}", body, StringComparison.Ordinal);
        _rig.Run(new DisableRule(), new() { Name = "r" });
        Put("shop");
        Assert.Single(_inbox.Got);
        _rig.Run(new EnableRule(), new() { Name = "r" });
        Put("shop");
        Assert.Equal(2, _inbox.Got.Count);
        _rig.Run(new RemoveTargets(), new() { Rule = "r", Ids = ["t"] });
        Put("shop");
        Assert.Equal(2, _inbox.Got.Count);
    }

    [Fact]
    public void Events_of_services_come_to_the_default_bus()
    {
        Rule("""{"source":["aws.ec2"]}""", Queue());
        _rig.Do(call =>
        {
            call.Port<IEventBus>().Put(call, new(call.Scope, "aws.ec2", "State", ["i-1"], "{}"));
            return 0;
        });
        Assert.Contains("\"resources\":[\"i-1\"]", Assert.Single(_inbox.Bodies), StringComparison.Ordinal);
    }

    // Source: EventBridge User Guide, "Amazon EventBridge input transformation".
    [Theory]
    [InlineData("\"<n> of <source>\"", "\"1 of shop\"")]
    [InlineData("{\"n\": <n>, \"s\": <source>, \"t\": \"<source>!\"}", "{\"n\": 1, \"s\": \"shop\", \"t\": \"shop!\"}")]
    [InlineData("{\"rule\": <aws.events.rule-name>}", "{\"rule\": \"r\"}")]
    [InlineData("{\"rule\": \"<aws.events.rule-arn>\"}",
        "{\"rule\": \"arn:aws:events:eu-west-1:123456789012:rule/r\"}")]
    [InlineData("{\"at\": <aws.events.event.ingestion-time>}", "{\"at\": \"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"none\": \"<none>\"}", "{\"none\": \"\"}")]
    [InlineData("{\"d\": <detail>}", "{\"d\": {\"n\":1}}")]
    public void Templates_are_filled(string template, string body)
    {
        var paths = new Dictionary<string, string>
        {
            ["n"] = "$.detail.n", ["source"] = "$.source", ["none"] = "$.detail.none", ["detail"] = "$.detail",
        };
        var transformer = new InputTransformer { InputPathsMap = paths, InputTemplate = template };
        Rule("""{"source":["shop"]}""", Queue() with { InputTransformer = transformer });
        Put("shop");
        Assert.Equal(body, Assert.Single(_inbox.Bodies));
    }

    [Fact]
    public void A_target_gets_a_part_or_a_constant()
    {
        Rule("""{"source":["shop"]}""", Queue() with { InputPath = "$.detail" });
        Put("shop");
        Rule("""{"source":["shop"]}""", Queue() with { Input = "[1]" });
        Put("shop");
        Assert.Equal(["{\"n\":1}", "[1]"], _inbox.Bodies);
    }

    [Fact]
    public void What_fails_is_tried_again_and_then_dead_lettered()
    {
        _inbox.Broken = new(ObstacleKind.Refused, "The queue is busy");
        Rule("""{"source":["shop"]}""", Queue() with
        {
            RetryPolicy = new() { MaximumRetryAttempts = 2 }, DeadLetterConfig = new() { Arn = Inbox.Dead },
        });
        Put("shop");
        Assert.Empty(_inbox.Got);
        _rig.Advance(TimeSpan.FromMinutes(1));
        var dead = Assert.Single(_inbox.Got).What;
        Assert.Equal(Inbox.Dead, dead.TargetArn);
        var said = dead.Attributes.ToDictionary(a => a.Name, a => a.Text);
        Assert.Equal("2", said["RETRY_ATTEMPTS"]);
        Assert.Equal("MaximumRetryAttempts", said["EXHAUSTED_RETRY_CONDITION"]);
        Assert.Equal("ERROR_FROM_TARGET", said["ERROR_CODE"]);
        Assert.Equal("The queue is busy", said["ERROR_MESSAGE"]);
        Assert.Equal(Inbox.Queue, said["TARGET_ARN"]);
        Assert.EndsWith(":rule/r", said["RULE_ARN"], StringComparison.Ordinal);
    }

    // Source: EventBridge User Guide, "Using dead-letter queues to process undelivered events".
    [Theory]
    [InlineData(ObstacleKind.NoResource, "NO_RESOURCE")]
    [InlineData(ObstacleKind.NotServed, "NO_RESOURCE")]
    [InlineData(ObstacleKind.NoPermission, "NO_PERMISSIONS")]
    public void A_missing_or_forbidden_target_is_dead_lettered_at_once(ObstacleKind obstacle, string code)
    {
        _inbox.Broken = new(obstacle, "no");
        Rule("""{"source":["shop"]}""", Queue() with { DeadLetterConfig = new() { Arn = Inbox.Dead } });
        Put("shop");
        var said = Assert.Single(_inbox.Got).What.Attributes.ToDictionary(a => a.Name, a => a.Text);
        Assert.Equal(code, said["ERROR_CODE"]);
        Assert.Equal("0", said["RETRY_ATTEMPTS"]);
        Assert.DoesNotContain("EXHAUSTED_RETRY_CONDITION", said.Keys);
        _rig.Advance(TimeSpan.FromDays(2));
        Assert.Single(_inbox.Got);
    }

    // Source: EventBridge API Reference, PutEventsRequestEntry, TraceHeader.
    [Fact]
    public void The_trace_header_goes_with_the_event_through_buses_and_retries()
    {
        const string Header = "Root=1-5e9f8a5c-0123456789abcdef01234567;Sampled=1";
        _rig.Run(new CreateEventBus(), new() { Name = "second" });
        const string Pattern = """{"source":["shop"]}""";
        Rule(Pattern, new() { Id = "t", Arn = "arn:aws:events:eu-west-1:123456789012:event-bus/second" });
        _rig.Run(new PutRule(), new() { Name = "s", EventBusName = "second", EventPattern = Pattern });
        _rig.Run(new PutTargets(), new() { Rule = "s", EventBusName = "second", Targets = [Queue()] });
        _inbox.Broken = new(ObstacleKind.Refused, "busy");
        var entry = new PutEventsRequestEntry
        {
            Source = "shop", DetailType = "Order", Detail = "{}", TraceHeader = Header,
        };
        _rig.Run(new PutEvents(), new() { Entries = [entry] });
        _inbox.Broken = null;
        _rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Header, Assert.Single(_inbox.Got).What.TraceHeader);
    }

    [Fact]
    public void What_works_again_in_time_is_delivered_once()
    {
        _inbox.Broken = new(ObstacleKind.Refused, "busy");
        Rule("""{"source":["shop"]}""", Queue());
        Put("shop");
        _rig.Advance(TimeSpan.FromHours(1));
        _inbox.Broken = null;
        _rig.Advance(TimeSpan.FromDays(2));
        Assert.Equal(Inbox.Queue, Assert.Single(_inbox.Got).What.TargetArn);
    }

    [Fact]
    public void A_minute_schedule_of_thirty_days_triggers_43200_times()
    {
        _rig.Run(new PutRule(), new() { Name = "r", ScheduleExpression = "rate(1 minute)" });
        _rig.Run(new PutTargets(), new() { Rule = "r", Targets = [Queue()] });
        _rig.Advance(TimeSpan.FromDays(30));
        Assert.Equal(43_200, _inbox.Got.Count);
        Assert.Equal(Rig.Start.AddMinutes(1), _inbox.Got[0].At);
        Assert.Contains("Scheduled Event", _inbox.Got[0].What.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Buses_feed_buses_of_other_regions_and_accounts_where_their_policy_allows()
    {
        var far = _rig.In("us-east-1", "210987654321");
        far.Run(new CreateEventBus(), new() { Name = "far" });
        var arn = "arn:aws:events:us-east-1:210987654321:event-bus/far";
        Assert.Equal("AccessDeniedException", Put("shop", arn).ErrorCode);
        far.Run(new PutPermission(), new() { EventBusName = "far", Action = "events:PutEvents",
            Principal = "123456789012", StatementId = "s" });
        far.Run(
            new PutRule(),
            new() { Name = "r", EventBusName = "far", EventPattern = """{"account":["123456789012"]}""" });
        far.Run(new PutTargets(), new() { Rule = "r", EventBusName = "far", Targets = [Queue()] });
        Assert.Null(Put("shop", arn).ErrorCode);
        Rule("""{"source":["shop"]}""", new() { Id = "t", Arn = arn });
        Put("shop");
        Assert.Equal(2, _inbox.Got.Count);
        far.Run(new RemovePermission(), new() { EventBusName = "far", StatementId = "s" });
        Assert.Equal("AccessDeniedException", Put("shop", arn).ErrorCode);
        Assert.Null(far.Run(new DescribeEventBus(), new() { Name = "far" }).Policy);
    }

    [Theory]
    [InlineData(null, "t", "{}", "InvalidArgument")]
    [InlineData("s", null, "{}", "InvalidArgument")]
    [InlineData("s", "t", null, "InvalidArgument")]
    [InlineData("s", "t", "[]", "MalformedDetail")]
    [InlineData("aws.s3", "t", "{}", "NotAuthorizedForSourceException")]
    public void An_entry_that_is_wrong_is_told_in_its_place(string? source, string? type, string? detail, string code)
    {
        var result = _rig.Run(new PutEvents(), new() { Entries = [new() { Source = source, DetailType = type,
            Detail = detail }, new() { Source = "s", DetailType = "t", Detail = "{}" }] });
        Assert.Equal(((int?)1, (string?)code), (result.FailedEntryCount, result.Entries![0].ErrorCode));
        Assert.NotNull(result.Entries[1].EventId);
    }

    [Fact]
    public void What_is_not_valid_or_not_served_is_refused()
    {
        Assert.Equal(
            "InvalidEventPatternException", _rig.Refused(new PutRule(), new() { Name = "r", EventPattern = "{}" }));
        Assert.Equal("ValidationException", _rig.Refused(new PutRule(), new() { Name = "r" }));
        Assert.Equal("ValidationException", _rig.Refused(new PutRule(), new() { Name = "r",
            ScheduleExpression = "rate(1 minutes)" }));
        var trail = new PutRuleRequest
        {
            Name = "r",
            EventPattern = """{"a":["b"]}""",
            State = RuleState.EnabledWithAllCloudtrailManagementEvents,
        };
        Assert.Equal("ValidationException", _rig.Refused(new PutRule(), trail));
        Assert.Equal(
            "ResourceNotFoundException", _rig.Refused(new PutTargets(), new() { Rule = "r", Targets = [Queue()] }));
        Rule("""{"source":["shop"]}""", Queue());
        Assert.Equal("LimitExceededException", _rig.Refused(new PutTargets(), new() { Rule = "r",
            Targets = [.. "abcde".Select(c => Queue() with { Id = $"{c}" })] }));
        Assert.Equal("ValidationException", _rig.Refused(new PutTargets(), new() { Rule = "r", Targets = [Queue()
            with { EcsParameters = new() }] }));
        Assert.Equal("ValidationException", _rig.Refused(new PutTargets(), new() { Rule = "r", Targets = [Queue()
            with { InputTransformer = new() { InputTemplate = "\"<x>\"" } }] }));
        Assert.Equal("ValidationException", _rig.Refused(new DeleteRule(), new() { Name = "r" }));
        Assert.Equal("ValidationException", _rig.Refused(new DeleteEventBus(), new() { Name = "default" }));
        Assert.Equal(
            "ValidationException", _rig.Refused(new CreateEventBus(), new() { Name = "b", KmsKeyIdentifier = "k" }));
    }

    [Fact]
    public void Rules_buses_targets_and_tags_are_listed_until_they_go()
    {
        _rig.Run(new CreateEventBus(), new() { Name = "b", Tags = [new() { Key = "k", Value = "v" }] });
        var arn = _rig.Run(new UpdateEventBus(), new() { Name = "b", Description = "d" }).Arn!;
        Assert.Equal(["b", "default"], _rig.Run(new ListEventBuses(), new()).EventBuses!.Select(b => b.Name));
        Rule("""{"source":["shop"]}""", Queue());
        _rig.Run(new TagResource(), new() { ResourceARN = arn, Tags = [new() { Key = "l", Value = "w" }] });
        _rig.Run(new UntagResource(), new() { ResourceARN = arn, TagKeys = ["k"] });
        Assert.Equal("l", Assert.Single(_rig.Run(new ListTagsForResource(), new() { ResourceARN = arn }).Tags!).Key);
        Assert.Equal(["r"], _rig.Run(new ListRuleNamesByTarget(), new() { TargetArn = Inbox.Queue }).RuleNames!);
        Assert.Equal("t", Assert.Single(_rig.Run(new ListTargetsByRule(), new() { Rule = "r" }).Targets!).Id);
        Assert.Equal("r", Assert.Single(_rig.Run(new ListRules(), new()).Rules!).Name);
        Assert.Equal("default", _rig.Run(new DescribeRule(), new() { Name = "r" }).EventBusName);
        _rig.Run(new RemoveTargets(), new() { Rule = "r", Ids = ["t"] });
        _rig.Run(new DeleteRule(), new() { Name = "r" });
        _rig.Run(new DeleteEventBus(), new() { Name = "b" });
        Assert.Equal("ResourceNotFoundException", _rig.Refused(new DescribeRule(), new() { Name = "r" }));
        Assert.Equal("ResourceNotFoundException", _rig.Refused(new DescribeEventBus(), new() { Name = "b" }));
    }

    [Fact]
    public void TestEventPattern_wants_a_whole_event()
    {
        const string whole = """
            {"id":"1","account":"1","source":"s","time":"2026-01-01T00:00:00Z","region":"r","resources":[],
            "detail-type":"t"}
            """;
        Assert.True(_rig.Run(
            new TestEventPattern(), new() { EventPattern = """{"source":["s"]}""", Event = whole }).Result);
        var part = new TestEventPatternRequest { EventPattern = """{"source":["s"]}""", Event = "{}" };
        Assert.Equal("ValidationException", _rig.Refused(new TestEventPattern(), part));
    }

    private static Target Queue() => new() { Id = "t", Arn = Inbox.Queue };

    private void Rule(string pattern, Target target)
    {
        _rig.Run(new PutRule(), new() { Name = "r", EventPattern = pattern });
        _rig.Run(new PutTargets(), new() { Rule = "r", Targets = [target] });
    }

    private PutEventsResultEntry Put(string source, string? bus = null) => _rig.Run(
        new PutEvents(),
        new() { Entries = [new() { Source = source, DetailType = "order", Detail = "{\"n\":1}",
            EventBusName = bus }] }).Entries![0];
}
