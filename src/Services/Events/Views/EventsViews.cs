using System.Collections.Immutable;
using Orrery.Kernel.State;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Views;

/// <summary>Records of EventBridge as the API writes them.</summary>
internal static class EventsViews
{
    /// <summary>A bus.</summary>
    public static EventBus Bus(Scope scope, BusRecord bus) => new()
    {
        Name = bus.Name.Value,
        Arn = Names.Bus(scope, bus.Name.Value),
        Description = bus.Description,
        Policy = bus.Policy,
        CreationTime = bus.Created,
        LastModifiedTime = bus.Modified,
    };

    /// <summary>A rule.</summary>
    public static Rule Rule(Scope scope, RuleRecord rule) => new()
    {
        Name = rule.Name,
        Arn = Names.Rule(scope, rule),
        EventPattern = rule.Pattern,
        State = State(rule),
        Description = rule.Description,
        ScheduleExpression = rule.Schedule,
        RoleArn = rule.Role,
        EventBusName = rule.Bus,
    };

    /// <summary>Whether a rule works.</summary>
    public static RuleState State(RuleRecord rule) => rule.IsEnabled ? RuleState.Enabled : RuleState.Disabled;

    /// <summary>A target.</summary>
    public static Target Target(TargetRecord target) => new()
    {
        Id = target.Id,
        Arn = target.Arn,
        RoleArn = target.Role,
        Input = target.Input,
        InputPath = target.InputPath,
        InputTransformer = target.Template is { } template
            ? new() { InputPathsMap = target.Paths, InputTemplate = template }
            : null,
        SqsParameters = target.GroupId is { } group ? new() { MessageGroupId = group } : null,
        DeadLetterConfig = DeadLetters(target.DeadLetterArn),
        RetryPolicy = target.MaxAttempts is null && target.MaxAge is null
            ? null
            : new() { MaximumRetryAttempts = target.MaxAttempts, MaximumEventAgeInSeconds = target.MaxAge },
    };

    /// <summary>A dead-letter queue; null where there is none.</summary>
    public static DeadLetterConfig? DeadLetters(string? queue) => queue is null ? null : new() { Arn = queue };

    /// <summary>An archive.</summary>
    public static Archive Archive(Scope scope, ArchiveRecord archive) => new()
    {
        ArchiveName = archive.Name.Value,
        EventSourceArn = Names.Bus(scope, archive.Bus),
        State = ArchiveState.Enabled,
        RetentionDays = archive.RetentionDays,
        SizeBytes = archive.Bytes,
        EventCount = archive.Count,
        CreationTime = archive.Created,
    };

    /// <summary>A replay.</summary>
    public static Replay Replay(Scope scope, ReplayRecord replay) => new()
    {
        ReplayName = replay.Name.Value,
        EventSourceArn = Names.Archive(scope, replay.Archive),
        State = State(replay.State),
        EventStartTime = replay.From,
        EventEndTime = replay.To,
        EventLastReplayedTime = replay.Last,
        ReplayStartTime = replay.Started,
        ReplayEndTime = replay.Ended,
    };

    /// <summary>Where a replay is.</summary>
    public static ReplayState State(ReplayStatus status) => status switch
    {
        ReplayStatus.Starting => ReplayState.Starting,
        ReplayStatus.Running => ReplayState.Running,
        ReplayStatus.Cancelling => ReplayState.Cancelling,
        ReplayStatus.Completed => ReplayState.Completed,
        ReplayStatus.Cancelled => ReplayState.Cancelled,
        _ => ReplayState.Failed,
    };

    /// <summary>Tags.</summary>
    public static IReadOnlyList<Tag> Tags(ImmutableSortedDictionary<string, string> tags) =>
        [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
