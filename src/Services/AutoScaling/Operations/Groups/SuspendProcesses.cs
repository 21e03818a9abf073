using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Suspends processes of a group; all where none is named.</summary>
public sealed class SuspendProcesses : IWriteOperation<SuspendProcessesRequest, SuspendProcessesResult>
{
    /// <inheritdoc/>
    public SuspendProcessesResult Run(SuspendProcessesRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var reason = $"User suspended at {Engines.Scaling.Causes.Cause.Time(call.Now)}";
        var named = Named(request.ScalingProcesses).Where(process => !group.Suspends(process));
        Rules.Groups.Put(call, group with
        {
            Suspended = group.Suspended.SetItems(named.Select(process => KeyValuePair.Create(process, reason))),
        });
        return new();
    }

    /// <summary>The processes that are named, or all.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: there is no such process.</exception>
    internal static IReadOnlyList<string> Named(IReadOnlyList<string>? names)
    {
        if (names is not { Count: > 0 }) return Processes.All;
        return names.FirstOrDefault(name => !Processes.All.Contains(name)) is { } unknown
            ? throw Errors.Invalid($"{unknown} is not a valid scaling process")
            : names;
    }
}
