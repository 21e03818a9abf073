using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>
/// Lets the snapshots of the account in the region be public; those that were shared so are it again.
/// </summary>
public sealed class DisableSnapshotBlockPublicAccess
    : IWriteOperation<DisableSnapshotBlockPublicAccessRequest, DisableSnapshotBlockPublicAccessResult>
{
    /// <inheritdoc/>
    public DisableSnapshotBlockPublicAccessResult Run(DisableSnapshotBlockPublicAccessRequest request, Call call)
    {
        const SnapshotBlockPublicAccessState state = SnapshotBlockPublicAccessState.Unblocked;
        AccountSettings.Put(call, AccountSettings.Of(call) with { PublicSnapshots = state });
        return new() { State = state };
    }
}
