using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Stops running instances. They keep their interfaces and private addresses, and lose the public ones that are no
/// Elastic IP addresses. One that hibernates keeps its memory, on its root volume, until it is started. Force and
/// SkipOsShutdown make it quicker: nothing waits for an operating system.
/// </summary>
public sealed class StopInstances : IWriteOperation<StopInstancesRequest, StopInstancesResult>
{
    /// <inheritdoc/>
    public StopInstancesResult Run(StopInstancesRequest request, Call call)
    {
        var cutOff = request.Force == true || request.SkipOsShutdown == true;
        if (cutOff && request.Hibernate == true)
        {
            throw Errors.InvalidParameterCombination(
                "An instance that hibernates is asked to (Hibernate), and not forced (Force, SkipOsShutdown).");
        }

        var changes = new List<InstanceStateChange>();
        foreach (var id in request.InstanceIds!.Distinct(StringComparer.Ordinal))
        {
            var instance = InstanceKinds.Instance.Get(call, id);
            changes.Add(request.Hibernate == true
                ? InstanceOrders.Hibernate(call, instance)
                : InstanceOrders.Stop(call, instance, cutOff));
        }

        return new() { StoppingInstances = changes };
    }
}
