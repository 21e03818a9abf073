using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Ends instances for good, with the interfaces that were made for them. One that is protected keeps all of the request
/// from being ended; AWS then ends those in other zones all the same, which a request that fails cannot do here.
/// </summary>
public sealed class TerminateInstances : IWriteOperation<TerminateInstancesRequest, TerminateInstancesResult>
{
    /// <inheritdoc/>
    public TerminateInstancesResult Run(TerminateInstancesRequest request, Call call)
    {
        var cutOff = request.Force == true || request.SkipOsShutdown == true;
        var changes = new List<InstanceStateChange>();
        foreach (var id in request.InstanceIds!.Distinct(StringComparer.Ordinal))
        {
            changes.Add(InstanceOrders.Terminate(call, InstanceKinds.Instance.Get(call, id), cutOff));
        }

        return new() { TerminatingInstances = changes };
    }
}
