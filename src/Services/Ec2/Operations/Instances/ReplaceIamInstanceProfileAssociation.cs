using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>ReplaceIamInstanceProfileAssociation.</summary>
public sealed class ReplaceIamInstanceProfileAssociation : IWriteOperation<ReplaceIamInstanceProfileAssociationRequest, ReplaceIamInstanceProfileAssociationResult>
{
    /// <inheritdoc/>
    public ReplaceIamInstanceProfileAssociationResult Run(ReplaceIamInstanceProfileAssociationRequest request, Call call) => new();
}
