using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Ids;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>Keeps the activities of targets for six weeks (API Reference, DescribeScalingActivities).</summary>
internal static class ActivityLog
{
    private const int Sweep = 2;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    /// <summary>
    /// Writes an activity down. What failed, or was not scaled, for the same reason as before is written down once.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="draft">The activity, with the key of its target and no id.</param>
    public static ActivityRecord Add(Call call, ActivityRecord draft)
    {
        var target = draft.Key;
        var last = Of(call, target).FirstOrDefault();
        if (last is not null && (draft.NotScaled is not null || draft.Status == ScalingActivityStatusCode.Failed)
            && (last.Description, last.Cause, last.Message, last.NotScaled, last.Status)
                == (draft.Description, draft.Cause, draft.Message, draft.NotScaled, draft.Status))
        {
            return last;
        }

        var id = Uuids.New(call);
        var activity = draft with { Id = id, Key = KeyOf(target, call.Now).Part(Order(call, target)) };
        call.Write(Tables.Activities).Put(activity);
        foreach (var old in From(call, target, call.Now - Kept).Take(Sweep).ToList())
            call.Write(Tables.Activities).Remove(old.Key);
        return activity;
    }

    /// <summary>The activities of a target, the newest first.</summary>
    public static IEnumerable<ActivityRecord> Of(ReadCall call, ScalableKey target) =>
        From(call, target, DateTimeOffset.MaxValue);

    private static IEnumerable<ActivityRecord> From(ReadCall call, ScalableKey target, DateTimeOffset at)
    {
        var prefix = target.Part("").Value;
        return call.Read(Tables.Activities).From(KeyOf(target, at))
            .TakeWhile(activity => activity.Key.Value.StartsWith(prefix, StringComparison.Ordinal));
    }

    // Of several at one instant the last is the newest.
    private static string Order(ReadCall call, ScalableKey target)
    {
        var prefix = KeyOf(target, call.Now).Part("").Value;
        var before = From(call, target, call.Now)
            .TakeWhile(activity => activity.Key.Value.StartsWith(prefix, StringComparison.Ordinal)).Count();
        return $"{0xffff - before:x4}";
    }

    private static ScalableKey KeyOf(ScalableKey target, DateTimeOffset at) =>
        target.Part($"{long.MaxValue - at.UtcTicks:x16}");
}
