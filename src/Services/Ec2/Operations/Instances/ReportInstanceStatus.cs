using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Takes what somebody says of running instances. It changes nothing that can be seen, with AWS neither (EC2 API
/// Reference, ReportInstanceStatus). What is wrong with an instance is declared by `orrery impair`.
/// </summary>
public sealed class ReportInstanceStatus : IReadOperation<ReportInstanceStatusRequest, ReportInstanceStatusResult>
{
    /// <inheritdoc/>
    public ReportInstanceStatusResult Run(ReportInstanceStatusRequest request, ReadCall call)
    {
        foreach (var id in request.Instances!)
        {
            if (InstanceKinds.Instance.Get(call, id).State != InstanceStateName.Running)
            {
                throw new ServiceException(
                    "IncorrectInstanceState", $"The instance '{id}' is not in the 'running' state.");
            }
        }

        return request.EndTime < request.StartTime
            ? throw Errors.InvalidParameterValue("The EndTime is before the StartTime.")
            : new();
    }
}
