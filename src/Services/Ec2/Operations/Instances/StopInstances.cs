using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Stops running instances. They keep their interfaces and private addresses, and lose the public ones that are no
/// Elastic IP addresses. Force and SkipOsShutdown make it quicker: nothing waits for an operating system.
/// </summary>
public sealed class StopInstances : IWriteOperation<StopInstancesRequest, StopInstancesResult>
{
    /// <inheritdoc/>
    public StopInstancesResult Run(StopInstancesRequest request, Call call)
    {
        var cutOff = request.Force == true || request.SkipOsShutdown == true;
        var changes = new List<InstanceStateChange>();
        foreach (var id in request.InstanceIds!.Distinct(StringComparer.Ordinal))
        {
            var instance = InstanceKinds.Instance.Get(call, id);
            if (request.Hibernate == true)
            {
                throw new ServiceException(
                    "UnsupportedHibernationConfiguration",
                    $"The instance '{instance.Id}' was not launched with hibernation enabled.");
            }

            changes.Add(InstanceOrders.Stop(call, instance, cutOff));
        }

        return new() { StoppingInstances = changes };
    }
}
