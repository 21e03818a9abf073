using Orrery.Operations;
using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Writes down scaling activities. Source: EC2 Auto Scaling User Guide, "Verify a scaling activity"; API Reference,
/// DescribeScalingActivities (six weeks).
/// </summary>
internal static class Activities
{
    // What went last lies in the file for a while: each sweep walks over it.
    private const int SweepEvery = 256;
    private const int Sweep = 2 * SweepEvery;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    /// <summary>Begins an activity.</summary>
    public static ActivityRecord Begin(Call call, GroupRecord group, Draft draft)
    {
        var id = Uuids.New(call);
        var activity = new ActivityRecord
        {
            Key = Place(call, group.Name),
            Id = id,
            Group = group.Name,
            GroupArn = group.Arn,
            Description = draft.Description,
            Cause = draft.Cause,
            Start = call.Now,
            Status = draft.Status,
            Message = draft.Message,
            Progress = draft.Progress,
            End = draft.Progress == 100 ? call.Now : null,
            InstanceId = draft.Member?.Id,
            SubnetId = draft.Member?.SubnetId ?? draft.Place?.SubnetId,
            Zone = draft.Member?.Zone ?? draft.Place?.Zone,
            Origin = draft.Member is { } origin ? Life.Stages.Origin(origin) : null,
            Destination = draft.Member is { } destination ? Life.Stages.Destination(destination) : null,
            Why = draft.Why,
        };
        call.Write(Tables.Activities).PutNew(activity);
        return activity;
    }

    /// <summary>Moves an activity on; gives it as it is then, or null where there is none.</summary>
    public static ActivityRecord? Move(
        Call call, ScalingKey? key, ScalingActivityStatusCode status, int progress, string? message = null)
    {
        if (key is not { } some || call.Read(Tables.Activities).Find(some) is not { } activity) return null;
        activity = activity with
        {
            Status = status,
            Progress = progress,
            Message = message ?? activity.Message,
            End = progress == 100 ? call.Now : null,
        };
        call.Write(Tables.Activities).Put(activity);
        return activity;
    }

    /// <summary>The activities of a group, the newest first.</summary>
    public static IEnumerable<ActivityRecord> Of(ReadCall call, string group) =>
        call.Read(Tables.Activities).From(ScalingKey.Of(group, ""))
            .TakeWhile(activity => activity.Group == group && activity.Start > call.Now - Kept);

    /// <summary>Where the activities of a group are.</summary>
    public static ActivityMarkRecord MarkOf(ReadCall call, string group) =>
        call.Read(Tables.Marks).Find(new(group)) ?? Read(call, group);

    private static ScalingKey KeyOf(string group, DateTimeOffset at, int place) =>
        ScalingKey.Of(group, $"{long.MaxValue - at.UtcTicks:x16}", $"{int.MaxValue - place:x8}");

    // Several of one instant have places among each other. Whenever some have come, as many of the oldest may go.
    private static ScalingKey Place(Call call, string group)
    {
        var mark = MarkOf(call, group);
        mark = mark with
        {
            At = call.Now, Place = mark.At == call.Now ? mark.Place + 1 : 0, Count = mark.Count + 1,
        };
        call.Write(Tables.Marks).Put(mark);
        if (mark.Count % SweepEvery == 0) Forget(call, group);
        return KeyOf(group, call.Now, mark.Place);
    }

    // What was written down before there were marks.
    private static ActivityMarkRecord Read(ReadCall call, string group) =>
        call.Read(Tables.Activities).From(ScalingKey.Of(group, "")).FirstOrDefault() is { } newest
            && newest.Group == group
            ? new(group, newest.Start, int.MaxValue - int.Parse(
                newest.Key.Names[2], NumberStyles.HexNumber, CultureInfo.InvariantCulture), 0)
            : new(group, default, 0, 0);

    private static void Forget(Call call, string group)
    {
        var old = call.Read(Tables.Activities).From(KeyOf(group, call.Now - Kept, int.MaxValue))
            .TakeWhile(activity => activity.Group == group).Take(Sweep).ToList();
        foreach (var activity in old)
            call.Write(Tables.Activities).Remove(activity.Key);
    }
}
