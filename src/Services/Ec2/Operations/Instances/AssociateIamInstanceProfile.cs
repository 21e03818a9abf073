using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Gives an instance that runs or is stopped, and has none, an instance profile.</summary>
public sealed class AssociateIamInstanceProfile
    : IWriteOperation<AssociateIamInstanceProfileRequest, AssociateIamInstanceProfileResult>
{
    /// <inheritdoc/>
    public AssociateIamInstanceProfileResult Run(AssociateIamInstanceProfileRequest request, Call call)
    {
        var instance = InstanceKinds.Instance.Get(call, request.InstanceId!);
        var arn = InstanceProfiles.Required(call, request.IamInstanceProfile);
        if (instance.State is not (InstanceStateName.Running or InstanceStateName.Stopped))
        {
            throw new ServiceException(
                "IncorrectInstanceState",
                $"The instance '{instance.Id}' is not in the 'running' or 'stopped' states.");
        }

        if (InstanceProfiles.Of(call, instance.Id) is not null)
        {
            throw Errors.IncorrectState($"There is an existing association for instance {instance.Id}");
        }

        return new()
        {
            IamInstanceProfileAssociation = InstanceProfiles.View(InstanceProfiles.Begin(call, instance.Id, arn)),
        };
    }
}
