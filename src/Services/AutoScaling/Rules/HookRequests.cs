using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>Reads and keeps hooks. Source: API Reference, PutLifecycleHook.</summary>
internal static class HookRequests
{
    private const int ShortestBeat = 30;
    private const int LongestBeat = 7200;

    /// <summary>A hook of a new group as a request of its own.</summary>
    public static PutLifecycleHookRequest Of(LifecycleHookSpecification hook) => new()
    {
        LifecycleHookName = hook.LifecycleHookName,
        LifecycleTransition = hook.LifecycleTransition,
        NotificationMetadata = hook.NotificationMetadata,
        HeartbeatTimeout = hook.HeartbeatTimeout,
        DefaultResult = hook.DefaultResult,
        NotificationTargetARN = hook.NotificationTargetARN,
        RoleARN = hook.RoleARN,
    };

    /// <summary>Puts a hook; what is not named stays as it was. A new target is told of it.</summary>
    /// <exception cref="Core.ServiceException">ValidationError, or LimitExceeded.</exception>
    public static void Put(Call call, GroupRecord group, PutLifecycleHookRequest request)
    {
        var name = request.LifecycleHookName!;
        var hooks = call.Write(Tables.Hooks);
        var before = hooks.Find(Ids.ScalingKey.Of(group.Name, name));
        var hook = Merge(request, before, group.Name);
        Check(hook);
        if (before is null && hooks.CountBy(Tables.HooksByGroup, group.Name) >= ScalingQuotas.HooksPerGroup)
            throw Errors.Limit($"A group has at most {ScalingQuotas.HooksPerGroup} lifecycle hooks.");
        hooks.Put(hook);
        if (hook.TargetArn is not { } target || target == before?.TargetArn) return;
        if (Tell.Test(call, group, target, hook.RoleArn) is { } obstacle)
        {
            throw Errors.Invalid("Unable to publish test message to notification target "
                + $"{target} using IAM role {hook.RoleArn}. Please check your target and role configuration and try "
                + "to put "
                + $"lifecycle hook again. ({obstacle})");
        }
    }

    private static HookRecord Merge(PutLifecycleHookRequest request, HookRecord? before, string group) => new()
    {
        Group = group,
        Name = request.LifecycleHookName!,
        Transition = request.LifecycleTransition ?? before?.Transition
            ?? throw Errors.Invalid("Lifecycle Transition must be specified for a new lifecycle hook"),
        TargetArn = request.NotificationTargetARN is "" ? null : request.NotificationTargetARN ?? before?.TargetArn,
        RoleArn = request.RoleARN ?? before?.RoleArn,
        Metadata = request.NotificationMetadata ?? before?.Metadata,
        Heartbeat = request.HeartbeatTimeout ?? before?.Heartbeat ?? 3600,
        DefaultResult = request.DefaultResult ?? before?.DefaultResult ?? HookActions.Abandon,
    };

    private static void Check(HookRecord hook)
    {
        if (!Transitions.All.Contains(hook.Transition))
            throw Errors.Invalid($"Lifecycle transition {hook.Transition} is not valid");
        if (hook.Heartbeat is < ShortestBeat or > LongestBeat)
            throw Errors.Invalid($"HeartbeatTimeout must be between {ShortestBeat} and {LongestBeat} seconds");
        CheckResult(hook.DefaultResult);
        if (hook.TargetArn is not null && hook.RoleArn is null && !IsFunction(hook.TargetArn))
            throw Errors.Invalid("RoleARN must be specified with NotificationTargetARN");
    }

    /// <summary>Refuses a result that there is not.</summary>
    public static void CheckResult(string result)
    {
        if (result is not (HookActions.Continue or HookActions.Abandon))
            throw Errors.Invalid($"{result} is not a valid lifecycle action result: CONTINUE or ABANDON");
    }

    private static bool IsFunction(string arn) => arn.Split(':') is ["arn", _, "lambda", ..];
}
