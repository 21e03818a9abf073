using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Gives a running instance another instance profile: a new association takes the place of the old one. One of a
/// stopped instance is not the active association (aws-cli issue 5251).
/// </summary>
public sealed class ReplaceIamInstanceProfileAssociation
    : IWriteOperation<ReplaceIamInstanceProfileAssociationRequest, ReplaceIamInstanceProfileAssociationResult>
{
    /// <inheritdoc/>
    public ReplaceIamInstanceProfileAssociationResult Run(
        ReplaceIamInstanceProfileAssociationRequest request, Call call)
    {
        var before = VolumeKinds.Profile.Get(call, request.AssociationId!);
        var arn = InstanceProfiles.Required(call, request.IamInstanceProfile);
        var instance = call.Read(InstanceTables.Instances).Find(before.InstanceId);
        if (before.State != IamInstanceProfileAssociationState.Associated
            || instance is not { State: InstanceStateName.Running })
        {
            throw Errors.IncorrectState($"The association {before.Id} is not the active association");
        }

        InstanceProfiles.Release(call, before.InstanceId);
        return new()
        {
            IamInstanceProfileAssociation = InstanceProfiles.View(
                InstanceProfiles.Begin(call, before.InstanceId, arn)),
        };
    }
}
