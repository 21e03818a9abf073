using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Tells whether the snapshots of the account in the region are kept from being public.</summary>
public sealed class GetSnapshotBlockPublicAccessState
    : IReadOperation<GetSnapshotBlockPublicAccessStateRequest, GetSnapshotBlockPublicAccessStateResult>
{
    /// <inheritdoc/>
    public GetSnapshotBlockPublicAccessStateResult Run(
        GetSnapshotBlockPublicAccessStateRequest request, ReadCall call) => new()
    {
        State = AccountSettings.Of(call).PublicSnapshots, ManagedBy = ManagedBy.Account,
    };
}
