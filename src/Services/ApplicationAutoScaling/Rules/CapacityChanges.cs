using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>
/// Changes capacities, and writes down what became of it. Texts: Application Auto Scaling User Guide, "Scaling
/// activities for Application Auto Scaling"; those of failures and of changes that wait are guessed.
/// </summary>
internal static class CapacityChanges
{
    /// <summary>Sets a capacity; false where the service refuses.</summary>
    public static bool Set(Call call, TargetRecord target, ChangeOrder order)
    {
        var provider = Providers.Find(call, target.Dimension)!;
        var what = $"{provider.CapacityName} to {order.To}";
        var draft = new ActivityRecord
        {
            Key = target.Key, Id = "", Namespace = target.Namespace, Dimension = target.Dimension,
            Resource = target.Resource, Description = $"Setting {what}.", Cause = order.Cause, Start = call.Now,
            Status = ScalingActivityStatusCode.Successful, Why = order.Why,
        };
        try
        {
            provider.SetCapacity(call, target.Resource, order.To);
        }
        catch (ServiceException refusal)
        {
            ActivityLog.Add(call, draft with
            {
                Status = ScalingActivityStatusCode.Failed,
                End = call.Now,
                Message = $"Failed to set {what}. Reason: {refusal.Message}",
            });
            return false;
        }

        Override(call, target);
        var settled = provider.Find(call, target.Resource) is not { IsSettled: false };
        var done = ActivityLog.Add(call, settled
            ? draft with { End = call.Now, Message = Fulfilled(what, target) }
            : draft with
            {
                Status = ScalingActivityStatusCode.InProgress,
                Message = $"Successfully set {what}. Waiting for change to be fulfilled by {target.Namespace}.",
            });
        Keep(call, target, settled ? null : done);
        return true;
    }

    /// <summary>Ends the activity of a target whose change has been fulfilled by now.</summary>
    public static void Observe(Call call, TargetRecord target)
    {
        if (Open(call, target) is not { } activity) return;
        var provider = Providers.Find(call, target.Dimension);
        if (provider?.Find(call, target.Resource) is { IsSettled: false }) return;
        var what = activity.Description["Setting ".Length..^1];
        call.Write(Tables.Activities).Put(activity with
        {
            Status = ScalingActivityStatusCode.Successful, End = call.Now, Message = Fulfilled(what, target),
        });
        Keep(call, target, null);
    }

    // What was not fulfilled before something else was wanted is not waited for any more.
    private static void Override(Call call, TargetRecord target)
    {
        if (Open(call, target) is not { } activity) return;
        call.Write(Tables.Activities).Put(activity with
        {
            Status = ScalingActivityStatusCode.Overridden,
            End = call.Now,
            Message = "The change was overridden by a newer one.",
        });
    }

    private static ActivityRecord? Open(ReadCall call, TargetRecord target) =>
        target.Open is { } key ? call.Read(Tables.Activities).Find(key) : null;

    private static void Keep(Call call, TargetRecord target, ActivityRecord? open)
    {
        if (call.Read(Tables.Targets).Find(target.Key) is { } now && now.Open != open?.Key)
            call.Write(Tables.Targets).Put(now with { Open = open?.Key });
    }

    private static string Fulfilled(string what, TargetRecord target) =>
        $"Successfully set {what}. Change successfully fulfilled by {target.Namespace}.";
}
