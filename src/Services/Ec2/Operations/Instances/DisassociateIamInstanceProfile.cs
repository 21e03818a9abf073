using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Takes the instance profile of an instance away; the association is gone after a while.</summary>
public sealed class DisassociateIamInstanceProfile
    : IWriteOperation<DisassociateIamInstanceProfileRequest, DisassociateIamInstanceProfileResult>
{
    /// <inheritdoc/>
    public DisassociateIamInstanceProfileResult Run(DisassociateIamInstanceProfileRequest request, Call call)
    {
        var association = VolumeKinds.Profile.Get(call, request.AssociationId!);
        if (association.State != IamInstanceProfileAssociationState.Disassociating)
        {
            association = association with
            {
                State = IamInstanceProfileAssociationState.Disassociating, Timestamp = call.Now,
            };
            call.Write(VolumeTables.Profiles).Put(association);
            InstanceProfileLoop.Begin(call, association);
        }

        return new() { IamInstanceProfileAssociation = InstanceProfiles.View(association) };
    }
}
