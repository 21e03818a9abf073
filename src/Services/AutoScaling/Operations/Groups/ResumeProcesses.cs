using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Resumes processes of a group; all where none is named. What was left undone is done.</summary>
public sealed class ResumeProcesses : IWriteOperation<ResumeProcessesRequest, ResumeProcessesResult>
{
    /// <inheritdoc/>
    public ResumeProcessesResult Run(ResumeProcessesRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var named = SuspendProcesses.Named(request.ScalingProcesses);
        group = Rules.Groups.Put(call, group with { Suspended = group.Suspended.RemoveRange(named), RetryAt = null });
        if (named.Contains(Processes.HealthCheck))
        {
            foreach (var member in Rules.Groups.All(call, group.Name).ToList())
                Health.Examine(call, group, member.Id);
        }

        return new();
    }
}
